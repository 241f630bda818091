import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import extract from 'extract-zip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { crc32 } from './crc32.ts';
import { storedZip } from './stored-zip.ts';

describe('crc32', () => {
  it('gives the check value of the standard', () => {
    expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926);
  });
});

describe('storedZip', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yunkao-zip-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is unpacked by another program into the same files', async () => {
    const files = [
      { name: 'one.bin', content: Buffer.from([0, 255, 1, 254]) },
      { name: 'two.txt', content: Buffer.from('第二') },
    ];
    await writeFile(join(folder, 'files.zip'), storedZip(files));
    await extract(join(folder, 'files.zip'), { dir: folder });
    for (const { name, content } of files) expect(await readFile(join(folder, name))).toEqual(content);
  });

  it('holds contents uncompressed and without a time, so that the same files make the same bytes', () => {
    const content = Buffer.from('a'.repeat(200));
    const zip = storedZip([{ name: 'a', content }]);
    expect(zip.includes(content)).toBe(true);
    expect(zip.readUInt16LE(10)).toBe(0);
    expect(zip.readUInt16LE(12)).toBe(0x21);
  });
});
