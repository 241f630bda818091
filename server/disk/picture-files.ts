import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { PictureFiles } from '../services/ports.ts';

/** One file a picture, readable by the server's own account only. */
export async function openPictureFiles(directory: string): Promise<PictureFiles> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const pathOf = (id: string) => join(directory, `${id}.jpg`);
  return {
    async write(id, jpeg) {
      const unfinished = `${pathOf(id)}.part`;
      const file = await open(unfinished, 'w', 0o600);
      try {
        await file.writeFile(jpeg);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, pathOf(id));
    },
    read: (id) => readFile(pathOf(id)),
  };
}
