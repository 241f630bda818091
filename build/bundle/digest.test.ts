import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { digestOf } from './digest.ts';

let root = '';
const put = (path: string, text: string): Promise<void> => writeFile(join(root, path), text);
const digest = (): Promise<string> => digestOf(root, ['source', 'lock.json']);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'yunkao-digest-'));
  await mkdir(join(root, 'source/inner'), { recursive: true });
  await put('source/a.ts', 'a');
  await put('source/inner/b.ts', 'b');
  await put('lock.json', '{}');
});

afterEach(() => rm(root, { recursive: true, force: true }));

it('is the same when only times change', async () => {
  const before = await digest();
  await utimes(join(root, 'source/a.ts'), 1, 1);
  expect(await digest()).toBe(before);
});

it('ignores tests: they are not in the bundle', async () => {
  const before = await digest();
  await put('source/a.test.ts', 'x');
  expect(await digest()).toBe(before);
});

it.each([
  ['a changed file', 'source/inner/b.ts', 'c'],
  ['a new file', 'source/c.ts', ''],
  ['a changed single file', 'lock.json', '{"a":1}'],
])('differs after %s', async (_, path, text) => {
  const before = await digest();
  await put(path, text);
  expect(await digest()).not.toBe(before);
});

it('differs when content moves from one file to another', async () => {
  const before = await digest();
  await put('source/a.ts', 'ab');
  await put('source/inner/b.ts', '');
  expect(await digest()).not.toBe(before);
});

it('takes an absent path for empty, so that the first start can ask', async () => {
  await expect(digestOf(root, ['nowhere'])).resolves.toMatch(/^[0-9a-f]{64}$/);
});
