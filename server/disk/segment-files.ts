import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Transform } from 'node:stream';
import type { SegmentFiles } from '../services/ports.ts';
import { digestOf, discardUpload, freeBytes, keepUpload, removeFiles } from './arrived-file.ts';
import type { EvidenceKeys } from './evidence-keys.ts';
import { incomingCipher, readIncoming } from './incoming-cipher.ts';
import { openStored, writeSealed } from './sealed-file.ts';
import { sync } from './sync.ts';

/** Where uploads of recordings are while they are under way, and what seals them there from an offset on. */
export interface IncomingSegments {
  incoming: string;
  sealing(uploadId: string, offset: number): Transform;
}

/** Recordings, sealed, under `evidence/<attempt>/<camera>/`; uploads under way lie in `evidence/incoming/`. */
export async function openSegmentFiles(
  directory: string,
  keys: EvidenceKeys,
): Promise<SegmentFiles & IncomingSegments> {
  const incoming = join(directory, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  type Place = Parameters<SegmentFiles['keep']>[1];
  const pathOf = ({ attemptId, camera, fileName }: Place) => join(attemptId, camera, fileName);
  return {
    incoming,
    sealing: (uploadId, offset) => incomingCipher(uploadId, offset, keys),
    digest: (uploadPath) => digestOf(readIncoming(uploadPath, keys)),
    async keep(uploadPath, place) {
      const path = pathOf(place);
      await keepUpload(uploadPath, readIncoming(uploadPath, keys), join(directory, path), keys);
      return path;
    },
    async write(bytes, place) {
      const path = pathOf(place);
      const [unfinished, target] = [join(incoming, `${place.fileName}.part`), join(directory, path)];
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      try {
        await writeSealed(unfinished, [bytes], keys);
        await rename(unfinished, target);
      } catch (cause) {
        await rm(unfinished, { force: true });
        throw cause;
      }
      await sync(dirname(target));
      return path;
    },
    open: (path) => openStored(join(directory, path), keys),
    discard: discardUpload,
    remove: (paths) => removeFiles(paths.map((path) => join(directory, path))),
    freeBytes: () => freeBytes(directory),
  };
}
