import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SegmentFiles, SegmentPlace } from '../services/ports.ts';
import { digestOf, discardUpload } from './arrived-file.ts';
import type { EvidenceKeys } from './evidence-keys.ts';
import type { EvidenceStore } from './evidence-store.ts';
import { createFewAtOnce } from './few-at-once.ts';
import { incomingCipher, readIncoming } from './incoming-cipher.ts';
import { openSealed, writeSealed } from './sealed-file.ts';

/** Where uploads of recordings are while they are under way, and what seals them there from an offset on. */
export interface IncomingSegments {
  incoming: string;
  sealing(uploadId: string, offset: number): (bytes: Buffer) => Buffer;
}

/** Hashing and sealing one is two milliseconds during which nothing else is answered: answers wait for no more of them (NET-1). */
const SEALED_AT_ONCE = 8;

/** What arrived is not what was announced. */
class OtherBytes extends Error {}

/** Recordings, sealed, in a store as `<attempt>/<camera>/<file>`; uploads under way lie in `incoming/` of the directory. */
export async function openSegmentFiles(
  directory: string,
  store: EvidenceStore,
  keys: EvidenceKeys,
): Promise<SegmentFiles & IncomingSegments> {
  const incoming = join(directory, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const few = createFewAtOnce(SEALED_AT_ONCE);
  async function put(
    source: Parameters<typeof writeSealed>[1],
    finished: string,
    place: SegmentPlace,
  ): Promise<string> {
    const path = join(place.attemptId, place.camera, place.fileName);
    try {
      await few.run(() => writeSealed(finished, source, keys));
      await store.put(finished, path);
    } catch (cause) {
      await rm(finished, { force: true });
      throw cause;
    }
    return path;
  }
  return {
    incoming,
    sealing(uploadId, offset) {
      const cipher = incomingCipher(uploadId, offset, keys);
      return (bytes) => cipher.update(bytes);
    },
    digest: async (uploadPath) => (await digestOf(readIncoming(uploadPath, keys))).sha256,
    async keep(uploadPath, place, sha256) {
      let bytes = 0;
      // Read once: what is sealed is what the hash was made of.
      async function* asAnnounced() {
        const hash = createHash('sha256');
        for await (const piece of readIncoming(uploadPath, keys)) {
          hash.update(piece);
          bytes += piece.length;
          yield piece;
        }
        if (hash.digest('hex') !== sha256) throw new OtherBytes();
      }
      try {
        const path = await put(asAnnounced(), `${uploadPath}.part`, place);
        await discardUpload(uploadPath);
        return { path, bytes };
      } catch (cause) {
        if (cause instanceof OtherBytes) return null;
        throw cause;
      }
    },
    write: (bytes, place) => put([bytes], join(incoming, `${place.fileName}.part`), place),
    open: async (path) => openSealed(await store.open(path), keys),
    discard: discardUpload,
    remove: (paths) => store.remove(paths),
    freeBytes: () => store.freeBytes(),
  };
}
