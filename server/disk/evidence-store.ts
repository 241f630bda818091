import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { StoredFile } from '../services/ports.ts';
import { freeBytes, removeFiles } from './arrived-file.ts';
import { openOnDisk } from './file-on-disk.ts';
import { sync } from './sync.ts';

/** Where recordings and stills lie for good, sealed already, by their paths inside the evidence directory. */
export interface EvidenceStore {
  /** Takes a sealed file that is on the disk. It has it, also after a power cut, when the promise resolves. */
  put(sealedFile: string, path: string): Promise<void>;
  /** As it lies there, sealed. Fails with the code ENOENT when it does not. */
  open(path: string): Promise<StoredFile>;
  /** Those that are there are gone with their keys, also after a power cut, when the promise resolves. */
  remove(paths: readonly string[]): Promise<void>;
  /** Room for what is to come; none while it takes nothing. */
  freeBytes(): Promise<number>;
}

/** On the disk of the evidence directory. */
export function createDiskStore(directory: string): EvidenceStore {
  return {
    async put(sealedFile, path) {
      const target = join(directory, path);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await rename(sealedFile, target);
      await sync(dirname(target));
    },
    open: (path) => openOnDisk(join(directory, path)),
    remove: (paths) => removeFiles(paths.map((path) => join(directory, path))),
    freeBytes: () => freeBytes(directory),
  };
}
