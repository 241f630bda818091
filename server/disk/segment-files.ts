import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Transform } from 'node:stream';
import type { SegmentFiles } from '../services/ports.ts';
import { digestOf, discardUpload } from './arrived-file.ts';
import type { EvidenceKeys } from './evidence-keys.ts';
import type { EvidenceStore } from './evidence-store.ts';
import { incomingCipher, readIncoming } from './incoming-cipher.ts';
import { openSealed, writeSealed } from './sealed-file.ts';

/** Where uploads of recordings are while they are under way, and what seals them there from an offset on. */
export interface IncomingSegments {
  incoming: string;
  sealing(uploadId: string, offset: number): Transform;
}

/** Recordings, sealed, in a store as `<attempt>/<camera>/<file>`; uploads under way lie in `incoming/` of the directory. */
export async function openSegmentFiles(
  directory: string,
  store: EvidenceStore,
  keys: EvidenceKeys,
): Promise<SegmentFiles & IncomingSegments> {
  const incoming = join(directory, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  type Place = Parameters<SegmentFiles['keep']>[1];
  async function put(source: Parameters<typeof writeSealed>[1], finished: string, place: Place): Promise<string> {
    const path = join(place.attemptId, place.camera, place.fileName);
    try {
      await writeSealed(finished, source, keys);
      await store.put(finished, path);
    } catch (cause) {
      await rm(finished, { force: true });
      throw cause;
    }
    return path;
  }
  return {
    incoming,
    sealing: (uploadId, offset) => incomingCipher(uploadId, offset, keys),
    digest: (uploadPath) => digestOf(readIncoming(uploadPath, keys)),
    async keep(uploadPath, place) {
      const path = await put(readIncoming(uploadPath, keys), `${uploadPath}.part`, place);
      await discardUpload(uploadPath);
      return path;
    },
    write: (bytes, place) => put([bytes], join(incoming, `${place.fileName}.part`), place),
    open: async (path) => openSealed(await store.open(path), keys),
    discard: discardUpload,
    remove: (paths) => store.remove(paths),
    freeBytes: () => store.freeBytes(),
  };
}
