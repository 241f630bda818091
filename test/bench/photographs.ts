import { copyFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFiles } from '../../build/models/npm-package.ts';
import { FACE_API } from '../../build/models/sample-photos.ts';

/** Photographs of groups of people of several colours of skin, in lamps of several colours. */
const SAMPLES = [1, 2, 3, 4, 5, 6].map((number) => `sample${number}.jpg`);

/** Puts them into a folder, and those of another folder; returns their names. */
export async function layOutPhotographs(folder: string, more: string | null): Promise<string[]> {
  const files = await packageFiles(
    FACE_API,
    SAMPLES.map((name) => `demo/${name}`),
  );
  for (const [index, name] of SAMPLES.entries()) await writeFile(join(folder, name), files[index] ?? '');
  const others = more ? (await readdir(more)).filter((name) => /\.jpe?g$/i.test(name)).sort() : [];
  for (const name of others) await copyFile(join(more ?? '', name), join(folder, name));
  return [...SAMPLES, ...others];
}
