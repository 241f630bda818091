/**
 * What the evidence directory keeps of a file whose rest lies in the bucket: its head, where the file's own key stands, and behind it
 * what the rest is called there. So the bucket alone opens nothing, not even with the evidence key, and a key is gone for certain
 * before its object is asked to go.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openOnDisk } from '../disk/file-on-disk.ts';
import { HEAD_BYTES, isHead } from '../disk/sealed-file.ts';
import { sync } from '../disk/sync.ts';
import type { StoredFile } from '../services/ports.ts';
import type { Bucket } from './bucket.ts';

/** How it ends, after the name the whole file would have. */
const REMOTE = '.remote';

export interface RemoteFile {
  head: Buffer;
  key: string;
}

export const remotePath = (path: string): string => `${path}${REMOTE}`;
/** The name of the whole file; null: it is whole already. */
export const wholePath = (path: string): string | null =>
  path.endsWith(REMOTE) ? path.slice(0, -REMOTE.length) : null;

/** Null where there is none. */
export async function readRemote(path: string): Promise<RemoteFile | null> {
  const bytes = await readFile(path).catch((cause: { code?: string }) => {
    if (cause.code === 'ENOENT') return null;
    throw cause;
  });
  return bytes && { head: bytes.subarray(0, HEAD_BYTES), key: bytes.subarray(HEAD_BYTES).toString('utf8') };
}

/** Whole or not at all, and durable when the promise resolves. */
export async function writeRemote(path: string, { head, key }: RemoteFile): Promise<void> {
  const unfinished = `${path}.${randomBytes(4).toString('hex')}.part`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    const file = await open(unfinished, 'wx', 0o600);
    try {
      await file.writeFile(Buffer.concat([head, Buffer.from(key)]));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (cause) {
    await rm(unfinished, { force: true });
    throw cause;
  }
  await sync(dirname(path));
}

/** Both parts as one sealed file. Fails with the code ENOENT where one of them is gone. */
export async function openRemote({ head, key }: RemoteFile, bucket: Bucket): Promise<StoredFile> {
  if (!isHead(head)) throw Object.assign(new Error(`${key} is being deleted`), { code: 'ENOENT' });
  const rest = await bucket.open(key);
  return {
    bytes: HEAD_BYTES + rest.bytes,
    async *read(from, until) {
      if (from < HEAD_BYTES) yield head.subarray(from, until);
      if (until > HEAD_BYTES) yield* rest.read(Math.max(0, from - HEAD_BYTES), until - HEAD_BYTES);
    },
    close: () => rest.close(),
  };
}

/** A sealed file of this directory, wherever it lies. Fails with the code ENOENT when it does not. */
export async function openAnywhere(directory: string, path: string, bucket: Bucket | null): Promise<StoredFile> {
  const remote = bucket && (await readRemote(join(directory, remotePath(path))));
  return remote ? openRemote(remote, bucket) : openOnDisk(join(directory, path));
}
