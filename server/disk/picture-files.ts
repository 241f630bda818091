import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
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
        await rename(unfinished, pathOf(id));
      } catch (cause) {
        await rm(unfinished, { force: true });
        throw cause;
      } finally {
        await file.close();
      }
    },
    read: (id) => readFile(pathOf(id)),
  };
}
