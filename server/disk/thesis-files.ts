import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ThesisFiles } from '../services/ports.ts';
import { digestFile, discardUpload, freeBytes, keepUpload, removeFiles } from './arrived-file.ts';
import type { EvidenceKeys } from './evidence-keys.ts';
import { readStored } from './sealed-file.ts';

/** How a file ends that lies there as it came, for a program that looks at it. */
const LOOKED_AT = '.looked-at';

/** Submitted files, sealed, under `theses/`; uploads under way lie in `theses/incoming/`. */
export async function openThesisFiles(
  directory: string,
  keys: EvidenceKeys,
): Promise<ThesisFiles & { incoming: string }> {
  const incoming = join(directory, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  // What a program was looking at when the server ended.
  for (const name of await readdir(incoming)) if (name.endsWith(LOOKED_AT)) await rm(join(incoming, name));
  const locate = (path: string) => join(directory, path);
  return {
    incoming,
    digest: digestFile,
    arrivedAt: async (uploadPath) => (await stat(uploadPath)).mtimeMs,
    async keep(uploadPath, fileName) {
      await keepUpload(uploadPath, createReadStream(uploadPath), locate(fileName), keys);
      return fileName;
    },
    async lookedAt(path, look) {
      const plain = join(incoming, `${path}${LOOKED_AT}`);
      try {
        await writeFile(plain, readStored(locate(path), keys), { mode: 0o600 });
        return await look(plain);
      } finally {
        await rm(plain, { force: true });
      }
    },
    read: (path) => Readable.from(readStored(locate(path), keys), { objectMode: false }),
    discard: discardUpload,
    remove: (path) => removeFiles([locate(path)]),
    freeBytes: () => freeBytes(directory),
  };
}
