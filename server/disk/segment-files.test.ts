import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownEvidenceKeys } from './evidence-keys.ts';
import { createDiskStore } from './evidence-store.ts';
import { storedBytes } from './sealed-file.ts';
import { openSegmentFiles } from './segment-files.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'yunkao-segments-'));
});
afterAll(() => rm(directory, { recursive: true }));

const PLACE = { attemptId: 'a', camera: 'front', fileName: 's.webm' } as const;

test('[EVI-1] an upload is kept when it is what was announced, and else nothing changes', async () => {
  const keys = await ownEvidenceKeys(join(directory, 'the.key'), directory);
  const evidence = join(directory, 'evidence');
  const files = await openSegmentFiles(evidence, createDiskStore(evidence), keys);
  // Larger than what is read at a time, and not a whole number of it.
  const bytes = randomBytes(1_200_001);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const upload = join(files.incoming, 'u');
  const arrive = async () => {
    await writeFile(upload, files.sealing('u', 0)(bytes));
    await writeFile(`${upload}.json`, '{}');
  };
  await arrive();
  const lies = await readFile(upload);
  expect(await files.digest(upload)).toBe(sha256);
  expect(await files.keep(upload, PLACE, '0'.repeat(64))).toBeNull();
  expect([(await readFile(upload)).equals(lies), await readdir(evidence)]).toEqual([true, ['incoming']]);
  const kept = await files.keep(upload, PLACE, sha256);
  expect(kept).toEqual({ path: join('a', 'front', 's.webm'), bytes: 1_200_001 });
  const stored = join(evidence, kept?.path ?? '');
  expect((await storedBytes(stored, keys)).equals(bytes)).toBe(true);
  expect(await readdir(files.incoming)).toEqual([]);
  await arrive();
  expect(await files.keep(upload, PLACE, '0'.repeat(64))).toBeNull();
  expect((await storedBytes(stored, keys)).equals(bytes)).toBe(true);
});
