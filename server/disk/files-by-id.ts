import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { removeFiles } from './arrived-file.ts';

/** Files by id, whole or not at all, readable by the server's own account only. */
export interface FilesById {
  /** Synced to the disk when the promise resolves. */
  write(id: string, bytes: Buffer): Promise<void>;
  read(id: string): Promise<Buffer>;
  /** Those that are there are gone, also after a power cut, when the promise resolves. */
  remove(ids: readonly string[]): Promise<void>;
}

export async function openFilesById(directory: string, extension: string): Promise<FilesById> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const pathOf = (id: string) => join(directory, `${id}${extension}`);
  return {
    async write(id, bytes) {
      const unfinished = `${pathOf(id)}.part`;
      const file = await open(unfinished, 'w', 0o600);
      try {
        await file.writeFile(bytes);
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
    remove: (ids) => removeFiles(ids.map(pathOf)),
  };
}
