import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SegmentMeta } from '../../shared/contract/shell.ts';
import { SegmentDamaged, sha256Of } from './segment-cipher.ts';
import { openSpool } from './spool.ts';

const attemptKey = randomBytes(32).toString('base64');
const plain = Buffer.from('a recording of the candidate '.repeat(400));
const meta = (segmentId: string, startedAt = 1): SegmentMeta => ({
  segmentId,
  camera: 'front',
  startedAt,
  durationMs: 4000,
  mime: 'video/webm',
});

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'yunkao-spool-'));
});

const files = async () => {
  const [folder = ''] = await readdir(root);
  return (await readdir(join(root, folder))).map((name) => join(root, folder, name));
};

describe('evidence spool', () => {
  it('keeps a segment across a restart, unreadable and without a name on the disk', async () => {
    const segment = await (await openSpool(root, 'attempt-7', attemptKey)).put(meta('seg-7'), plain);
    expect(segment.sha256).toBe(sha256Of(plain));
    const [path = ''] = await files();
    expect(path).not.toMatch(/attempt-7|seg-7/);
    expect((await readFile(path)).includes('recording of the candidate')).toBe(false);

    const again = await openSpool(root, 'attempt-7', attemptKey);
    const { segments, damaged } = await again.list();
    expect(damaged).toEqual([]);
    expect(segments).toEqual([segment]);
    expect(await again.read(segment)).toEqual(plain);
  });

  it('takes the same segment twice without a second file, and refuses other bytes under its id', async () => {
    const spool = await openSpool(root, 'a', attemptKey);
    const first = await spool.put(meta('s'), plain);
    expect(await spool.put(meta('s'), plain)).toEqual(first);
    expect(await files()).toHaveLength(1);
    await expect(spool.put(meta('s'), Buffer.from('other'))).rejects.toMatchObject({ reason: 'bad_request' });
    expect(await spool.read(first)).toEqual(plain);
  });

  it.each([
    ['torn in the picture', (bytes: Buffer) => bytes.subarray(0, bytes.length - 100)],
    ['torn in the header', (bytes: Buffer) => bytes.subarray(0, 20)],
    ['empty', () => Buffer.alloc(0)],
    ['longer than written', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('x')])],
  ])('a file that is %s is found at the start, set aside and not offered', async (_, damage) => {
    const spool = await openSpool(root, 'a', attemptKey);
    await spool.put(meta('good'), plain);
    const [path = ''] = await files();
    await spool.put(meta('bad'), plain);
    const bad = (await files()).find((name) => name !== path) ?? '';
    await writeFile(bad, damage(await readFile(bad)));
    const { segments, damaged } = await (await openSpool(root, 'a', attemptKey)).list();
    expect(segments.map((segment) => segment.meta.segmentId)).toEqual(['good']);
    expect(damaged).toHaveLength(1);
    expect((await files()).filter((name) => name.endsWith('.damaged'))).toHaveLength(1);
  });

  it('a single changed bit, in the picture or in its times, is found when it is read', async () => {
    const spool = await openSpool(root, 'a', attemptKey);
    const segment = await spool.put(meta('s', 1111), plain);
    const [path = ''] = await files();
    const written = await readFile(path);

    const picture = Buffer.from(written);
    picture[written.length - 5] = (picture[written.length - 5] ?? 0) ^ 1;
    await writeFile(path, picture);
    await expect(spool.read(segment)).rejects.toThrow(SegmentDamaged);

    const times = Buffer.from(written);
    times.write('2222', times.indexOf('1111'));
    await writeFile(path, times);
    await expect(spool.read(segment)).rejects.toThrow(SegmentDamaged);
  });

  it('another attempt’s key does not open it', async () => {
    const segment = await (await openSpool(root, 'a', attemptKey)).put(meta('s'), plain);
    const other = await openSpool(root, 'a', randomBytes(32).toString('base64'));
    await expect(other.read(segment)).rejects.toThrow(SegmentDamaged);
  });

  it('what a crash left half-written is removed: it was never said to be kept', async () => {
    const spool = await openSpool(root, 'a', attemptKey);
    await spool.put(meta('s'), plain);
    const [path = ''] = await files();
    await writeFile(`${path.replace('.segment', 'x.segment')}.tmp`, 'half');
    expect((await spool.list()).segments).toHaveLength(1);
    expect(await files()).toEqual([path]);
  });
});
