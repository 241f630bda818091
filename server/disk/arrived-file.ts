/** What happens on the disk to a file that was uploaded, of whatever kind. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdir, open, rename, rm, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Syncs a file or a directory: a rename is durable only once its directory is. */
export async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** tus keeps what it knows of an upload in a file beside it. */
const forget = (uploadPath: string) => rm(`${uploadPath}.json`, { force: true });

export async function digestFile(path: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** Moves an upload to `target`, for the server's own account only, durable when the promise resolves. */
export async function keepUpload(uploadPath: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  await chmod(uploadPath, 0o600);
  await sync(uploadPath);
  await rename(uploadPath, target);
  await sync(dirname(target));
  await forget(uploadPath);
}

export async function discardUpload(uploadPath: string): Promise<void> {
  await rm(uploadPath, { force: true });
  await forget(uploadPath);
}

/** Those that are there are gone when the promise resolves, also after a power cut. */
export async function removeFiles(paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(path, { force: true });
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
