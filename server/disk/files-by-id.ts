import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { removeFiles } from './arrived-file.ts';
import type { EvidenceKeys } from './evidence-keys.ts';
import { storedBytes, writeSealed } from './sealed-file.ts';

/** Files by id, sealed, whole or not at all, readable by the server's own account only. */
export interface FilesById {
  /** Synced to the disk when the promise resolves. */
  write(id: string, bytes: Buffer): Promise<void>;
  read(id: string): Promise<Buffer>;
  /** Those that are there are gone, also after a power cut, when the promise resolves. */
  remove(ids: readonly string[]): Promise<void>;
}

export async function openFilesById(directory: string, extension: string, keys: EvidenceKeys): Promise<FilesById> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const pathOf = (id: string) => join(directory, `${id}${extension}`);
  return {
    async write(id, bytes) {
      const unfinished = `${pathOf(id)}.part`;
      try {
        await writeSealed(unfinished, [bytes], keys);
        await rename(unfinished, pathOf(id));
      } catch (cause) {
        await rm(unfinished, { force: true });
        throw cause;
      }
    },
    read: (id) => storedBytes(pathOf(id), keys),
    remove: (ids) => removeFiles(ids.map(pathOf)),
  };
}
