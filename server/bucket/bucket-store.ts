import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { removeFiles } from '../disk/arrived-file.ts';
import { createDiskStore, type EvidenceStore } from '../disk/evidence-store.ts';
import { openOnDisk } from '../disk/file-on-disk.ts';
import { allOf, eraseKey, HEAD_BYTES } from '../disk/sealed-file.ts';
import type { Log } from '../services/ports.ts';
import type { Bucket } from './bucket.ts';
import { openAnywhere, readRemote, remotePath, writeRemote } from './remote-file.ts';

/** Nothing can be put in the bucket now; to whoever sends it that is a full disk. */
export class BucketAway extends Error {
  readonly code = 'EBUCKETAWAY';
}

interface Parts {
  directory: string;
  /** Before every name in the bucket. */
  prefix: string;
  bucket: Bucket;
  log: Log;
  /** Whether it is known to be away as this process starts. */
  isAway: boolean;
}

async function headOf(sealedFile: string): Promise<Buffer> {
  const file = await openOnDisk(sealedFile);
  return allOf(file.read(0, HEAD_BYTES)).finally(() => file.close());
}

/** What comes goes to the bucket; what the evidence directory had before there was one stays there, and is read. */
export function createBucketStore({ directory, prefix, bucket, log, isAway }: Parts): EvidenceStore {
  const disk = createDiskStore(directory);
  const placeOf = (path: string) => join(directory, remotePath(path));
  let away = isAway;
  let looking: Promise<boolean> | null = null;

  /** Many who ask at once are told of one look. */
  function isStillAway(): Promise<boolean> {
    const look = async () => {
      try {
        await bucket.check();
      } catch {
        return true;
      }
      away = false;
      log.warn({}, 'the bucket is back');
      return false;
    };
    looking ??= look().finally(() => {
      looking = null;
    });
    return looking;
  }

  return {
    async put(sealedFile, path) {
      // Never the same name twice: of two who put the same recording at once, neither gets the other's rest behind its head.
      const key = `${prefix}${path.replaceAll('\\', '/')}.${randomBytes(8).toString('hex')}`;
      try {
        await bucket.put(key, sealedFile, HEAD_BYTES);
      } catch (cause) {
        if (!away) log.error({ err: cause }, 'the bucket takes nothing: recordings wait where they were made');
        away = true;
        throw new BucketAway('the bucket took nothing', { cause });
      }
      const before = await readRemote(placeOf(path));
      await writeRemote(placeOf(path), { head: await headOf(sealedFile), key });
      await rm(sealedFile);
      // Put before and not acknowledged. Its key is gone already.
      if (before)
        await bucket.remove([before.key]).catch((err) => log.warn({ err }, 'an object nobody can read stays'));
    },
    open: (path) => openAnywhere(directory, path, bucket),
    async remove(paths) {
      await disk.remove(paths);
      const there = new Map<string, string>();
      for (const place of paths.map(placeOf)) {
        const remote = await readRemote(place);
        if (remote) there.set(place, remote.key);
      }
      // All keys first: whatever the bucket then does, or keeps of it elsewhere, nothing of it can be read.
      for (const place of there.keys()) await eraseKey(place);
      await bucket.remove([...there.values()]);
      await removeFiles([...there.keys()]);
    },
    freeBytes: async () => (away && (await isStillAway()) ? 0 : disk.freeBytes()),
  };
}
