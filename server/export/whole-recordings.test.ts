import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeRecording } from '../../test/fakes/made-recording.ts';
import type { Row } from '../sql/tables.ts';
import { readSegment } from './recorded-segment.ts';
import { wholeRecordings } from './whole-recordings.ts';

const T0 = 1_800_000_000_000;
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

let to: string;
beforeAll(async () => {
  to = await mkdtemp(join(tmpdir(), 'yunkao-whole-'));
  await mkdir(join(to, 'T1'));
});
afterAll(() => rm(to, { recursive: true }));

interface Stored {
  id: string;
  /** Seconds after the first. */
  at: number;
  bytes: Buffer<ArrayBuffer> | null;
  hash?: string;
}

let folders = 0;
async function whole(stored: readonly Stored[]) {
  folders += 1;
  const folder = `T${folders}`;
  await mkdir(join(to, folder), { recursive: true });
  const rows = stored.map(({ id, at, bytes, hash }): Row<'segment'> => {
    const times = { started_at: T0 + at * 1_000, duration_ms: 1_000, stored_at: T0 };
    const content = { bytes: bytes?.length ?? 0, mime: 'video/webm', sha256: hash ?? sha256(bytes ?? Buffer.alloc(0)) };
    return { id, attempt_id: 'a', camera: 'front', path: `a/front/${id}.webm`, ...times, ...content };
  });
  const read = async ({ id }: Row<'segment'>) => stored.find((each) => each.id === id)?.bytes ?? 'missing';
  const { files, leftOut } = await wholeRecordings(rows, { to, folder, title: 'T1', read });
  const contents = await Promise.all(
    files.map(async ({ path }) => {
      const segment = await readSegment(await readFile(join(to, path)));
      const [pictures, sounds] = [segment?.video, segment?.sound].map((track) =>
        track?.packets.map(({ data, timestamp }) => [Number(timestamp.toFixed(2)), Buffer.from(data).toString()]),
      );
      return { pictures: pictures ?? [], sounds: sounds ?? [] };
    }),
  );
  return { files, leftOut, contents };
}

describe('[EVI-3] what a camera recorded as one file', () => {
  it('holds every picture as it was encoded, at its time, and of two segments at once the later one', async () => {
    const { files, contents } = await whole([
      { id: 'a', at: 0, bytes: await madeRecording({ name: 'a', pictures: 13, sound: true }) },
      { id: 'b', at: 1, bytes: await madeRecording({ name: 'b', pictures: 12, sound: true }) },
    ]);
    const expected = (kind: string) => [
      ...Array.from({ length: 10 }, (_, each) => [each / 10, `a ${kind} ${each}`]),
      ...Array.from({ length: 12 }, (_, each) => [Number((1 + each / 10).toFixed(2)), `b ${kind} ${each}`]),
    ];
    expect(contents).toEqual([{ pictures: expected('picture'), sounds: expected('sound') }]);
    const [file] = files;
    expect(file).toMatchObject({ startedAt: T0, gaps: [], sha256: sha256(await readFile(join(to, file?.path ?? ''))) });
    expect(file?.parts.map(({ id, from, frames }) => [id, from, frames])).toEqual([
      ['a', 0, 10],
      ['b', 1_000, 12],
    ]);
  });

  it('leaves the time free in which nothing was recorded, and says so', async () => {
    const { files, contents } = await whole([
      { id: 'a', at: 0, bytes: await madeRecording({ name: 'a', pictures: 10 }) },
      { id: 'b', at: 61, bytes: await madeRecording({ name: 'b', pictures: 10 }) },
    ]);
    expect(contents[0]?.pictures[10]).toEqual([61, 'b picture 0']);
    expect(files[0]).toMatchObject({ durationMs: 62_000, gaps: [{ from: 1_000, durationMs: 60_000 }] });
  });

  it('passes to the segment that began last, whole pictures first, also where an earlier one lasted longer', async () => {
    const { contents } = await whole([
      { id: 'a', at: 0, bytes: await madeRecording({ name: 'a', pictures: 30 }) },
      { id: 'b', at: 0.5, bytes: await madeRecording({ name: 'b', pictures: 10 }) },
      { id: 'c', at: 1.2, bytes: await madeRecording({ name: 'c', pictures: 12 }) },
    ]);
    const names = contents[0]?.pictures.map(([, name]) => String(name).charAt(0)).join('');
    expect(names).toBe(`${'a'.repeat(5)}${'b'.repeat(7)}${'c'.repeat(12)}`);
  });

  it('begins another file where size or kinds of track change', async () => {
    const { files } = await whole([
      { id: 'a', at: 0, bytes: await madeRecording({ name: 'a', pictures: 10 }) },
      { id: 'b', at: 1, bytes: await madeRecording({ name: 'b', pictures: 10, width: 320 }) },
      { id: 'c', at: 2, bytes: await madeRecording({ name: 'c', pictures: 10, width: 320, sound: true }) },
      { id: 'd', at: 3, bytes: await madeRecording({ name: 'd', pictures: 10, width: 320, sound: true }) },
    ]);
    expect(files.map(({ startedAt, parts }) => [startedAt - T0, parts.map(({ id }) => id).join('')])).toEqual([
      [0, 'a'],
      [1_000, 'b'],
      [2_000, 'cd'],
    ]);
  });

  it('names what is not in it, and why', async () => {
    const bytes = await madeRecording({ name: 'a', pictures: 10 });
    const { files, leftOut } = await whole([
      { id: 'no-recording', at: 0, bytes: Buffer.from('something else') },
      { id: 'a', at: 1, bytes },
      { id: 'gone', at: 2, bytes: null },
      { id: 'other', at: 3, bytes, hash: 'f'.repeat(64) },
    ]);
    expect(files.map(({ parts }) => parts.map(({ id }) => id))).toEqual([['a']]);
    expect(leftOut.map(({ id, why }) => [id, why])).toEqual([
      ['no-recording', 'unreadable'],
      ['gone', 'missing'],
      ['other', 'altered'],
    ]);
  });
});
