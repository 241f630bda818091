import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createDiskStore, type EvidenceStore } from '../disk/evidence-store.ts';
import { sync } from '../disk/sync.ts';
import type { Log } from '../services/ports.ts';
import { type Bucket, openBucket } from './bucket.ts';
import { type BucketPlace, nameOf, readCredentials } from './bucket-place.ts';
import { BucketRefused, BucketUnreachable } from './bucket-refused.ts';
import { createBucketStore } from './bucket-store.ts';

/** In the data directory: in which bucket the rest of its recordings lies. */
export const STORE_MARK = 'evidence-store';

/** The bucket this data directory belongs to; null: none. */
export const storeOf = async (data: string): Promise<string | null> =>
  (await readFile(join(data, STORE_MARK), 'utf8').catch(() => '')).trim() || null;

/** Throws `BucketRefused` where the data belongs to another bucket than is named, or none is. */
async function requireOwn(place: BucketPlace | null, data: string): Promise<string | null> {
  const used = await storeOf(data);
  if (used !== null && (place === null || nameOf(place) !== used))
    throw new BucketRefused(
      `${data} 中的录像存放在 ${used}：请用 --store ${used} 和 --s3-endpoint 指定它`,
      `recordings of ${data} lie in ${used}: name it with --store ${used} and --s3-endpoint`,
    );
  return used;
}

/** The bucket of a data directory, for a command that reads; null: it has everything itself. Throws `BucketRefused`. */
export async function bucketOf(place: BucketPlace | null, data: string): Promise<Bucket | null> {
  await requireOwn(place, data);
  if (place === null) return null;
  const bucket = await openBucket(place, await readCredentials(place));
  await bucket.check();
  return bucket;
}

/**
 * Where a server keeps recordings and stills. A bucket that has never been used has to be there; without one that has, answers go
 * on and recordings wait (NET-1). Throws `BucketRefused`.
 */
export async function openEvidenceStore(
  place: BucketPlace | null,
  data: string,
  directory: string,
  log: Log,
): Promise<EvidenceStore> {
  const used = await requireOwn(place, data);
  if (place === null) return createDiskStore(directory);
  const bucket = await openBucket(place, await readCredentials(place));
  const isAway = await bucket.check().then(
    () => false,
    (cause) => {
      if (used === null || !(cause instanceof BucketUnreachable)) throw cause;
      console.error(cause.message);
      log.error({ err: cause }, 'the bucket is away: recordings wait where they were made');
      return true;
    },
  );
  if (used === null) {
    const mark = join(data, STORE_MARK);
    await writeFile(mark, `${nameOf(place)}\n`, { mode: 0o600 });
    await sync(mark);
  }
  return createBucketStore({ directory, prefix: place.prefix, bucket, log, isAway });
}
