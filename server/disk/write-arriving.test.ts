import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeArriving } from './write-arriving.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'yunkao-arriving-'));
});
afterAll(() => rm(directory, { recursive: true }));

/** As a line brings it, which then breaks where it should. */
async function* line(bytes: Buffer, breaks: Error | null = null) {
  for (let at = 0; at < bytes.length; at += 16_000) yield bytes.subarray(at, at + 16_000);
  if (breaks) throw breaks;
}
const turned = (bytes: Buffer) => bytes.map((each) => each ^ 0xff) as Buffer;

test('what arrives lies after what had arrived, in a few pieces and as it was sealed', async () => {
  const path = join(directory, 'whole');
  const bytes = randomBytes(700_000);
  await writeFile(path, 'before');
  const pieces: number[] = [];
  const seal = (piece: Buffer) => {
    pieces.push(piece.length);
    return turned(piece);
  };
  expect(await writeArriving(path, 6, line(bytes), seal)).toBe(700_006);
  expect((await readFile(path)).equals(Buffer.concat([Buffer.from('before'), turned(bytes)]))).toBe(true);
  expect(pieces.length).toBeLessThan(4);
  expect(Math.max(...pieces)).toBeLessThan(300_000);
});

test('[EVI-1] what had arrived when the line broke stays, to be gone on from', async () => {
  const path = join(directory, 'cut');
  const bytes = randomBytes(300_000);
  await writeFile(path, '');
  const broken = new Error('the line broke');
  await expect(writeArriving(path, 0, line(bytes, broken), (piece) => piece)).rejects.toBe(broken);
  expect((await readFile(path)).equals(bytes)).toBe(true);
});

test('[EVI-1] a disk that takes nothing is told, also where nothing lay', async () => {
  await expect(writeArriving(join(directory, 'none'), 0, line(randomBytes(9)), (piece) => piece)).rejects.toMatchObject(
    {
      code: 'ENOENT',
    },
  );
  const full = writeArriving('/dev/full', 0, line(randomBytes(9)), (piece) => piece);
  if (process.platform === 'linux') await expect(full).rejects.toMatchObject({ code: 'ENOSPC' });
  else await full.catch(() => undefined);
});
