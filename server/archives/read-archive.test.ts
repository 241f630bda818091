import { buffer as collect } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { type ArchiveError, readArchive } from './read-archive.ts';

const LIMITS = { entries: 3, entryBytes: 1000, totalBytes: 1500 };

async function packed(files: Record<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(content, name);
  zip.end();
  return collect(zip.outputStream as never);
}

const fault = async (bytes: Buffer): Promise<string> =>
  readArchive(bytes, LIMITS).then(
    () => 'read',
    (cause: ArchiveError) => `${cause.fault} ${cause.entry}`.trim(),
  );

/** Replaces text in the archive by other text of the same length. */
const forged = (bytes: Buffer, from: string, to: string): Buffer =>
  Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');

describe('an archive', () => {
  it('is read whole, folders left out', async () => {
    const files = await readArchive(await packed({ 'a/b.txt': Buffer.from('1'), 'c.txt': Buffer.from('2') }), LIMITS);
    expect([...files].map(([name, content]) => [name, content.toString()])).toEqual([
      ['a/b.txt', '1'],
      ['c.txt', '2'],
    ]);
  });

  it('with more entries than allowed is refused before one is unpacked', async () => {
    const many = Object.fromEntries([1, 2, 3, 4].map((number) => [`${number}`, Buffer.alloc(1)]));
    expect(await fault(await packed(many))).toBe('too_many_entries');
  });

  it('that unpacks to more than allowed is refused: one entry, or all together', async () => {
    expect(await fault(await packed({ big: Buffer.alloc(1001) }))).toBe('too_large big');
    expect(await fault(await packed({ one: Buffer.alloc(900), two: Buffer.alloc(900) }))).toBe('too_large two');
  });

  it('that lies about a size is refused by what really comes out', async () => {
    const honest = await packed({ bomb: Buffer.alloc(100_000) });
    const lying = Buffer.from(honest);
    const real = Buffer.alloc(4);
    real.writeUInt32LE(100_000);
    const claimed = Buffer.alloc(4);
    claimed.writeUInt32LE(10);
    for (let at = lying.indexOf(real); at >= 0; at = lying.indexOf(real, at + 1)) claimed.copy(lying, at);
    expect(lying.equals(honest)).toBe(false);
    expect(await fault(lying)).toMatch(/^(damaged|too_large) bomb$/);
  });

  it('with a name that leaves its folder is refused', async () => {
    const harmless = await packed({ 'aa/b.txt': Buffer.from('1') });
    expect(await fault(forged(harmless, 'aa/b.txt', '../b.txt'))).toBe('unsafe_name');
    expect(await fault(forged(harmless, 'aa/b.txt', '/a/b.txt'))).toBe('unsafe_name');
  });

  it('that is cut, changed or none at all is refused', async () => {
    const whole = await packed({ text: Buffer.from('a long enough text to be found again') });
    expect(await fault(whole.subarray(0, whole.length - 30))).toBe('damaged');
    expect(await fault(Buffer.from('not an archive'))).toBe('damaged');
    expect(await fault(Buffer.alloc(0))).toBe('damaged');
  });
});
