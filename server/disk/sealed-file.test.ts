import { randomBytes } from 'node:crypto';
import { appendFile, mkdtemp, open, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EvidenceKeys, ownEvidenceKeys, readEvidenceKeys } from './evidence-keys.ts';
import { eraseKey, openStored, SealBroken, storedBytes, writeSealed } from './sealed-file.ts';

let directory: string;
let keys: EvidenceKeys;
const path = (name: string) => join(directory, name);
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'yunkao-sealed-'));
  keys = await ownEvidenceKeys(path('the.key'), directory);
});
afterAll(() => rm(directory, { recursive: true }));

const CHUNK = 64 * 1024;

async function stretch(name: string, from: number, until: number): Promise<Buffer> {
  const file = await openStored(path(name), keys);
  try {
    const pieces: Uint8Array[] = [];
    for await (const piece of file.read(from, until)) pieces.push(piece);
    return Buffer.concat(pieces);
  } finally {
    await file.close();
  }
}

describe('[EVI-4] a sealed file', () => {
  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 300_000])(
    'of %i bytes is read as it came, whole and in stretches',
    async (length) => {
      const bytes = randomBytes(length);
      // In pieces as a stream brings them, not as they are sealed.
      const pieces = Array.from({ length: Math.ceil(length / 50_000) }, (_, each) =>
        bytes.subarray(each * 50_000, (each + 1) * 50_000),
      );
      await writeSealed(path('a'), pieces, keys);
      expect((await storedBytes(path('a'), keys)).equals(bytes)).toBe(true);
      for (const [from, until] of [
        [0, 1],
        [CHUNK - 1, CHUNK + 1],
        [length - 1, length],
        [5, length - 5],
        [10, 10],
      ] as const) {
        if (from < 0 || until < from || until > length) continue;
        expect((await stretch('a', from, until)).equals(bytes.subarray(from, until))).toBe(true);
      }
    },
  );

  it('shows nothing of what is in it, and is never twice the same', async () => {
    const bytes = Buffer.alloc(100_000, 'the same text again ');
    await writeSealed(path('b'), [bytes], keys);
    const first = await readFile(path('b'));
    await writeSealed(path('b'), [bytes], keys);
    const second = await readFile(path('b'));
    expect(first.includes('same text')).toBe(false);
    expect(first.subarray(100, 200).equals(second.subarray(100, 200))).toBe(false);
    expect((await stat(path('b'))).mode & 0o777).toBe(0o600);
  });

  it.each<[string, () => Promise<unknown>]>([
    [
      'altered in one bit',
      async () => {
        const file = await open(path('c'), 'r+');
        const [byte] = await file.read(Buffer.alloc(1), 0, 1, 70_000).then(({ buffer }) => buffer);
        await file.write(Buffer.from([(byte ?? 0) ^ 1]), 0, 1, 70_000);
        await file.close();
      },
    ],
    ['cut at the end of a chunk', async () => truncate(path('c'), 76 + CHUNK + 16)],
    ['cut within its key', async () => truncate(path('c'), 30)],
    ['cut down to its key', async () => truncate(path('c'), 76)],
    ['cut down to an empty chunk', async () => truncate(path('c'), 76 + 16)],
    ['made longer', () => appendFile(path('c'), '!')],
  ])('that was %s is refused', async (_, harm) => {
    await writeSealed(path('c'), [randomBytes(200_000)], keys);
    await harm();
    await expect(storedBytes(path('c'), keys)).rejects.toThrow(SealBroken);
  });

  it('cannot be read any more once its key was erased, with the evidence key in hand', async () => {
    await writeSealed(path('d'), [randomBytes(1_000)], keys);
    const before = await readFile(path('d'));
    await eraseKey(path('d'));
    const after = await readFile(path('d'));
    expect(after.subarray(0, 76).equals(Buffer.alloc(76))).toBe(true);
    expect(after.subarray(76).equals(before.subarray(76))).toBe(true);
  });

  it('that was stored before there was a key is read as it is, and left so when it goes', async () => {
    const bytes = randomBytes(200_000);
    await writeFile(path('e'), bytes);
    expect((await storedBytes(path('e'), keys)).equals(bytes)).toBe(true);
    expect((await stretch('e', 70_000, 150_000)).equals(bytes.subarray(70_000, 150_000))).toBe(true);
    await eraseKey(path('e'));
    expect((await readFile(path('e'))).equals(bytes)).toBe(true);
  });

  it('is read with an older key of the key file, and what is new is sealed with the first', async () => {
    await writeSealed(path('f'), [Buffer.from('older')], keys);
    const older = await readFile(path('the.key'), 'utf8');
    await writeFile(path('the.key'), `${randomBytes(32).toString('hex')}\n${older}`);
    const changed = await ownEvidenceKeys(path('the.key'), directory);
    expect(changed.made).toBe(false);
    await writeSealed(path('g'), [Buffer.from('newer')], changed);
    expect([`${await storedBytes(path('f'), changed)}`, `${await storedBytes(path('g'), changed)}`]).toEqual([
      'older',
      'newer',
    ]);
    await expect(storedBytes(path('g'), keys)).rejects.toThrow('which is not there');
  });
});

describe('[EVI-4] the evidence key', () => {
  it('is made once, for this account only, and another one is refused before anything is sealed with it', async () => {
    const data = await mkdtemp(join(directory, 'data-'));
    const file = `${data}.key`;
    const made = await ownEvidenceKeys(file, data);
    expect([made.made, (await stat(file)).mode & 0o777]).toEqual([true, 0o600]);
    expect((await ownEvidenceKeys(file, data)).current).toEqual(made.current);
    await rm(file);
    await expect(ownEvidenceKeys(file, data)).rejects.toThrow('put that key file there');
    await expect(stat(file)).rejects.toMatchObject({ code: 'ENOENT' });
    await writeFile(file, randomBytes(32).toString('hex'));
    await expect(ownEvidenceKeys(file, data)).rejects.toThrow(made.current?.id.toString('hex'));
  });

  it('is one for several processes that start at once on new data', async () => {
    const data = await mkdtemp(join(directory, 'shared-'));
    const started = await Promise.all(Array.from({ length: 8 }, () => ownEvidenceKeys(`${data}.key`, data)));
    expect(new Set(started.map(({ current }) => current?.id.toString('hex'))).size).toBe(1);
    expect(started.filter(({ made }) => made)).toHaveLength(1);
    const left = (await readdir(directory)).filter((name) => name.startsWith(basename(data)));
    expect(left.sort()).toEqual([basename(data), `${basename(data)}.key`]);
  });

  it.each(['', '# nothing', 'abc', `${'a'.repeat(64)}\nabc`])('is not taken from %j', async (text) => {
    await writeFile(path('no.key'), text);
    await expect(readEvidenceKeys(path('no.key'))).rejects.toThrow('64 hex digits');
  });
});
