import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Upload } from '@tus/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UploadDescriptions } from './upload-descriptions.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'yunkao-descriptions-'));
});
afterAll(() => rm(directory, { recursive: true }));

const upload = (id: string) => new Upload({ id, size: 9, offset: 0, metadata: { camera: 'front' } });

test('an upload that one process began is known to the others and to the next start', async () => {
  const here = new UploadDescriptions(directory);
  await here.set('u', upload('u'));
  expect((await new UploadDescriptions(directory).get('u'))?.metadata).toEqual({ camera: 'front' });
  await here.delete('u');
  expect(await here.get('u')).toBeUndefined();
});

test('what is taken is forgotten, and what was forgotten among many is read again', async () => {
  const here = new UploadDescriptions(directory);
  await here.set('taken', upload('taken'));
  await rm(join(directory, 'taken.json'));
  expect(await here.get('taken')).toBeDefined();
  here.forget('taken');
  expect(await here.get('taken')).toBeUndefined();

  await here.set('old', upload('old'));
  for (let each = 0; each < 5_000; each += 1) await here.set(`u${each % 5_000}`, upload('u'));
  await writeFile(join(directory, 'old.json'), JSON.stringify(upload('written anew')));
  expect((await here.get('old'))?.id).toBe('written anew');
});
