/** What every store of sealed files must do, held against the disk and against a bucket of a real S3-compatible server. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type Bucket, openBucket } from '../../../server/bucket/bucket.ts';
import { BucketRefused } from '../../../server/bucket/bucket-refused.ts';
import { createBucketStore } from '../../../server/bucket/bucket-store.ts';
import { openEvidenceStore } from '../../../server/bucket/open-evidence-store.ts';
import { type EvidenceKeys, ownEvidenceKeys } from '../../../server/disk/evidence-keys.ts';
import { createDiskStore, type EvidenceStore } from '../../../server/disk/evidence-store.ts';
import { allOf, SealBroken, writeSealed } from '../../../server/disk/sealed-file.ts';
import { openSegmentFiles } from '../../../server/disk/segment-files.ts';
import type { SegmentFiles } from '../../../server/services/ports.ts';
import { CutRelay } from '../../s3/cut-relay.ts';
import { noSwift, SwiftServer } from '../../s3/swift-server.ts';

/** A program in Python starts in between, on a machine that may be busy. */
const STARTS_MS = 90_000;

const swift = await SwiftServer.make();
if (!swift) console.info(`left out: recordings in a bucket, ${noSwift()}`);
afterAll(() => swift?.end());

/** Two chunks of what is sealed, and some. */
const clip = randomBytes(150_000);
const place = { attemptId: 'a1', camera: 'front', fileName: 's1.webm' } as const;
const PATH = join('a1', 'front', 's1.webm');
const quiet = { info: () => {}, warn: () => {}, error: () => {} };

let directory: string;
let keys: EvidenceKeys;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'yunkao-store-'));
  keys = await ownEvidenceKeys(join(directory, 'the.key'), directory);
  return () => rm(directory, { recursive: true, force: true });
});

const evidence = () => join(directory, 'evidence');
const filesIn = async (store: EvidenceStore) => openSegmentFiles(evidence(), store, keys);
/** Everything that lies in the evidence directory. */
const onDisk = async () =>
  (await readdir(evidence(), { recursive: true, withFileTypes: true }).catch(() => [])).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );

async function stretch(files: SegmentFiles, from: number, until: number): Promise<Buffer> {
  const file = await files.open(PATH);
  const pieces: Uint8Array[] = [];
  for await (const piece of file.read(from, until)) pieces.push(piece);
  await file.close();
  return Buffer.concat(pieces);
}

const bucketStore = (bucket: Bucket): EvidenceStore =>
  createBucketStore({ directory: evidence(), prefix: `${directory.slice(-6)}/`, bucket, log: quiet, isAway: false });
const kept = () => (swift as SwiftServer).keys(`${directory.slice(-6)}/`);

const STORES: [string, () => EvidenceStore | Promise<EvidenceStore>][] = [
  ['the disk', () => createDiskStore(evidence())],
];
if (swift) STORES.push(['a bucket', async () => bucketStore(await openBucket(swift.place(), swift.credentials))]);

describe.each(STORES)('in %s', (_, make) => {
  test('[EVI-1] a recording is read as it came, whole and in stretches, also by another process', async () => {
    const files = await filesIn(await make());
    expect(await files.write(clip, place)).toBe(PATH);
    const another = await filesIn(await make());
    expect((await another.open(PATH)).bytes).toBe(clip.length);
    for (const [from, until] of [
      [0, clip.length],
      [0, 1],
      [65_535, 65_537],
      [clip.length - 1, clip.length],
      [7, 7],
    ] as const)
      expect((await stretch(another, from, until)).equals(clip.subarray(from, until))).toBe(true);
  });

  test('[EVI-4] nothing of it lies there as it came', async () => {
    await (await filesIn(await make())).write(clip, place);
    for (const path of await onDisk()) expect((await readFile(path)).includes(clip.subarray(0, 32))).toBe(false);
  });

  test('what is put again is there once, and it is the later one', async () => {
    const files = await filesIn(await make());
    await files.write(Buffer.from('an earlier one'), place);
    await files.write(clip, place);
    expect((await stretch(files, 0, clip.length)).equals(clip)).toBe(true);
    expect(await onDisk()).toHaveLength(1);
    if (swift) expect((await kept()).length).toBeLessThanOrEqual(1);
  });

  test('[EVI-1] of two processes that put the same at once one wins, and what lies there is whole', async () => {
    const stores = [await make(), await make()];
    const clips = [randomBytes(150_000), randomBytes(150_000)];
    for (let round = 0; round < 5; round += 1) {
      const put = async (store: EvidenceStore, index: number) => {
        const finished = join(directory, `finished-${index}`);
        await writeSealed(finished, [clips[index] as Buffer], keys);
        await store.put(finished, PATH);
      };
      await Promise.all(stores.map(put));
      const files = await filesIn(stores[0] as EvidenceStore);
      const read = await stretch(files, 0, clip.length);
      expect(clips.some((one) => one.equals(read))).toBe(true);
    }
  });

  test('[RET-1] what is removed is gone, whether it was there or not', async () => {
    const files = await filesIn(await make());
    await files.write(clip, place);
    await files.remove([PATH, join('a1', 'front', 'never.webm')]);
    await files.remove([PATH]);
    await expect(files.open(PATH)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await onDisk()).toEqual([]);
    if (swift) expect(await kept()).toEqual([]);
  });

  test('there is room while it takes something', async () => {
    expect(await (await filesIn(await make())).freeBytes()).toBeGreaterThan(0);
  });
});

describe.skipIf(!swift)('a bucket', () => {
  const server = swift as SwiftServer;
  let relay: CutRelay;
  let store: EvidenceStore;
  let files: SegmentFiles;
  beforeEach(async () => {
    relay = await CutRelay.to(server.port);
    store = bucketStore(await openBucket(server.place({ endpoint: relay.endpoint }), server.credentials));
    files = await filesIn(store);
    return () => relay.end();
  });

  test('[EVI-4] does not have the key of what lies in it: without the exam centre it is closed for good', async () => {
    await files.write(clip, place);
    const [key = ''] = await kept();
    const object = await (await openBucket(server.place(), server.credentials)).open(key);
    const there = await allOf(object.read(0, object.bytes));
    const sealed = await store.open(PATH);
    const whole = await allOf(sealed.read(0, sealed.bytes));
    const head = whole.length - there.length;
    expect(head).toBeGreaterThan(0);
    expect(whole.subarray(head).equals(there)).toBe(true);
    // What lacks is on the centre's own disk, and the key is in it: with another the same bytes open nothing.
    const [own = ''] = await onDisk();
    expect(own).toBe(join(evidence(), `${PATH}.remote`));
    expect((await readFile(own)).subarray(0, head).equals(whole.subarray(0, head))).toBe(true);
    await writeFile(own, Buffer.concat([whole.subarray(0, 16), randomBytes(head - 16), Buffer.from(key)]));
    await expect(stretch(files, 0, 1)).rejects.toThrow(SealBroken);
  });

  test.each([
    ['that is not there', { bucket: 'nobody-made-it' }, {}, ['没有存储桶 nobody-made-it', 'there is no bucket']],
    ['that refuses the credentials', {}, { secretAccessKey: 'another-secret' }, ['拒绝', 'refused the credentials']],
    ['whose service does not answer', { endpoint: 'http://127.0.0.1:9' }, {}, ['连接不上', 'cannot be reached']],
  ])('%s is refused at a first start in both languages, without the secret', async (_, where, who, words) => {
    const credentials = join(directory, 'credentials');
    const { accessKeyId, secretAccessKey } = { ...server.credentials, ...who };
    await writeFile(credentials, `aws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`);
    const opening = openEvidenceStore(server.place({ ...where, credentials }), directory, evidence(), quiet);
    const cause = await opening.catch((refusal) => refusal);
    expect(cause).toBeInstanceOf(BucketRefused);
    for (const word of words) expect(cause.message).toContain(word);
    expect(cause.message).not.toContain(secretAccessKey);
  });

  test('what lay on the disk before there was one is read, and removed', async () => {
    await (await filesIn(createDiskStore(evidence()))).write(clip, place);
    expect((await stretch(files, 10, 90_000)).equals(clip.subarray(10, 90_000))).toBe(true);
    await files.remove([PATH]);
    expect(await onDisk()).toEqual([]);
  });

  test('[EVI-1] that is cut off in the middle of a recording takes it at once again, whole', async () => {
    relay.cutOnceAfter('up', 80_000);
    await files.write(clip, place);
    expect(relay.wasCut).toBe(true);
    expect((await stretch(files, 0, clip.length)).equals(clip)).toBe(true);
    expect(await kept()).toHaveLength(1);
  });

  test('[EVI-1] that gets other bytes than were sent refuses them, and nothing of them is there', async () => {
    let passed = 0;
    relay.alter = (piece) => {
      passed += piece.length;
      // Behind the head of the request.
      if (passed < 60_000 || piece.length < 100) return piece;
      const other = Buffer.from(piece);
      other.writeUInt8(other.readUInt8(90) ^ 1, 90);
      return other;
    };
    await expect(files.write(clip, place)).rejects.toMatchObject({ code: 'EBUCKETAWAY' });
    expect([await kept(), await onDisk()]).toEqual([[], []]);
    relay.alter = (piece) => piece;
    await files.write(clip, place);
    expect((await stretch(files, 0, clip.length)).equals(clip)).toBe(true);
  });

  test(
    '[NET-1] that is away takes nothing and has no room, and does again when it is back',
    async () => {
      await server.stop();
      try {
        await expect(files.write(clip, place)).rejects.toMatchObject({ code: 'EBUCKETAWAY' });
        expect(await files.freeBytes()).toBe(0);
        expect(await onDisk()).toEqual([]);
      } finally {
        await server.start();
      }
      expect(await files.freeBytes()).toBeGreaterThan(0);
      await files.write(clip, place);
      expect((await stretch(files, 0, clip.length)).equals(clip)).toBe(true);
    },
    STARTS_MS,
  );

  test('a stretch whose line is cut goes on where it was', async () => {
    await files.write(clip, place);
    relay.cutOnceAfter('down', 70_000);
    expect((await stretch(files, 100, 149_000)).equals(clip.subarray(100, 149_000))).toBe(true);
    expect(relay.wasCut).toBe(true);
  });

  test(
    '[RET-1] that is away as something is deleted has what nobody can read, until it is asked again',
    async () => {
      await files.write(clip, place);
      await server.stop();
      try {
        await expect(files.remove([PATH])).rejects.toThrow();
        await expect(files.open(PATH)).rejects.toMatchObject({ code: 'ENOENT' });
      } finally {
        await server.start();
      }
      expect(await kept()).toHaveLength(1);
      await files.remove([PATH]);
      expect([await kept(), await onDisk()]).toEqual([[], []]);
    },
    STARTS_MS,
  );
});
