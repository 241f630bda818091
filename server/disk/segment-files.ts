import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SegmentFiles } from '../services/ports.ts';
import { digestFile, discardUpload, freeBytes, keepUpload, removeFiles } from './arrived-file.ts';

/** Recordings under `evidence/<attempt>/<camera>/`; uploads under way lie in `evidence/incoming/`. */
export async function openSegmentFiles(directory: string): Promise<SegmentFiles & { incoming: string }> {
  const incoming = join(directory, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const keep: SegmentFiles['keep'] = async (uploadPath, { attemptId, camera, fileName }) => {
    const path = join(attemptId, camera, fileName);
    await keepUpload(uploadPath, join(directory, path));
    return path;
  };
  return {
    incoming,
    digest: digestFile,
    keep,
    async write(bytes, place) {
      const unfinished = join(incoming, place.fileName);
      await writeFile(unfinished, bytes, { mode: 0o600 });
      return keep(unfinished, place);
    },
    discard: discardUpload,
    remove: (paths) => removeFiles(paths.map((path) => join(directory, path))),
    freeBytes: () => freeBytes(directory),
  };
}
