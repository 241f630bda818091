import { createReadStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ThesisFiles } from '../services/ports.ts';
import { digestFile, discardUpload, freeBytes, keepUpload } from './arrived-file.ts';

/** Submitted files under `theses/`; uploads under way lie in `theses/incoming/`. */
export async function openThesisFiles(directory: string): Promise<ThesisFiles & { incoming: string }> {
  const incoming = join(directory, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const locate = (path: string) => join(directory, path);
  return {
    incoming,
    digest: digestFile,
    arrivedAt: async (uploadPath) => (await stat(uploadPath)).mtimeMs,
    async keep(uploadPath, fileName) {
      await keepUpload(uploadPath, locate(fileName));
      return fileName;
    },
    locate,
    read: (path) => createReadStream(locate(path)),
    discard: discardUpload,
    freeBytes: () => freeBytes(directory),
  };
}
