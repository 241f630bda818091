/** What happens on the disk to a file that was uploaded, of whatever kind. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, statfs, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { EvidenceKeys } from './evidence-keys.ts';
import { eraseKey, writeSealed } from './sealed-file.ts';
import { sync } from './sync.ts';

/** tus keeps what it knows of an upload in a file beside it. */
const knownOf = (uploadPath: string) => `${uploadPath}.json`;

/** As `rm` with `force`, which looks at it first. */
const remove = (path: string) =>
  unlink(path).catch((cause: { code?: string }) => {
    if (cause.code !== 'ENOENT') throw cause;
  });

export const digestFile = (path: string): Promise<{ sha256: string; bytes: number }> =>
  digestOf(createReadStream(path));

export async function digestOf(source: AsyncIterable<Uint8Array>): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of source) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}

/**
 * Moves an upload, which is read as it was sent, to `target`, sealed, for the server's own account only, durable when the promise
 * resolves.
 */
export async function keepUpload(
  uploadPath: string,
  sent: AsyncIterable<Uint8Array>,
  target: string,
  keys: EvidenceKeys,
): Promise<void> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const unfinished = `${target}.part`;
  try {
    await writeSealed(unfinished, sent, keys);
    await rename(unfinished, target);
  } catch (cause) {
    await rm(unfinished, { force: true });
    throw cause;
  }
  await sync(dirname(target));
  await discardUpload(uploadPath);
}

export async function discardUpload(uploadPath: string): Promise<void> {
  await remove(uploadPath);
  await remove(knownOf(uploadPath));
}

/** Those that are there are gone with their keys when the promise resolves, also after a power cut. */
export async function removeFiles(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await eraseKey(path).catch((cause: { code?: string }) => {
      if (cause.code !== 'ENOENT') throw cause;
    });
    await rm(path, { force: true });
  }
  for (const directory of new Set(paths.map(dirname))) {
    await sync(directory).catch((cause: { code?: string }) => {
      if (cause.code !== 'ENOENT') throw cause;
    });
  }
}

export async function freeBytes(directory: string): Promise<number> {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize;
}
