import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SegmentFiles } from '../services/ports.ts';

/** Syncs a file or a directory: a rename is durable only once its directory is. */
async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Recordings under `evidence/<attempt>/<camera>/`; uploads under way lie in `evidence/incoming/`. */
export async function openSegmentFiles(directory: string): Promise<SegmentFiles & { incoming: string }> {
  const incoming = join(directory, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  /** tus keeps what it knows of an upload in a file beside it. */
  const forget = (uploadPath: string) => rm(`${uploadPath}.json`, { force: true });
  return {
    incoming,
    async digest(uploadPath) {
      const hash = createHash('sha256');
      let bytes = 0;
      for await (const chunk of createReadStream(uploadPath)) {
        hash.update(chunk);
        bytes += chunk.length;
      }
      return { sha256: hash.digest('hex'), bytes };
    },
    async keep(uploadPath, { attemptId, camera, fileName }) {
      const path = join(attemptId, camera, fileName);
      const target = join(directory, path);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await sync(uploadPath);
      await rename(uploadPath, target);
      await sync(dirname(target));
      await forget(uploadPath);
      return path;
    },
    async discard(uploadPath) {
      await rm(uploadPath, { force: true });
      await forget(uploadPath);
    },
    async freeBytes() {
      const { bavail, bsize } = await statfs(directory);
      return bavail * bsize;
    },
  };
}
