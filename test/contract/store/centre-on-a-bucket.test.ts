/** An exam centre whose recordings lie in a bucket of a real S3-compatible server, which goes away and comes back. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBackup } from '../../../server/backup/make-backup.ts';
import { restoreBackup } from '../../../server/backup/restore-backup.ts';
import type { BucketPlace } from '../../../server/bucket/bucket-place.ts';
import { openEvidenceStore } from '../../../server/bucket/open-evidence-store.ts';
import { isHead } from '../../../server/disk/sealed-file.ts';
import { verifyExport } from '../../../server/export/export-manifest.ts';
import { makeExport } from '../../../server/export/make-export.ts';
import { rawPaths } from '../../../shared/contract/http.ts';
import { madeRecording } from '../../fakes/made-recording.ts';
import { noSwift, SwiftServer } from '../../s3/swift-server.ts';
import { TestServer } from '../server/harness.ts';
import { chain, choose, type SignedIn, signIn, sitTheory, staff } from '../server/people.ts';
import { refusalOf, sha256, uploadsTo } from '../server/resumable.ts';

const quiet = { info: () => {}, warn: () => {}, error: () => {} };

/** A program in Python starts in between, on a machine that may be busy. */
const STARTS_MS = 90_000;

const swift = await SwiftServer.make();
if (!swift) console.info(`left out: an exam centre on a bucket, ${noSwift()}`);

describe.skipIf(!swift)('an exam centre on a bucket', () => {
  const bucket = swift as SwiftServer;
  let server: TestServer;
  let store: BucketPlace;
  let wang: SignedIn;
  const clips = new Map<string, Buffer>();
  const data = () => join(server.directory, 'data');
  const { upload } = uploadsTo(() => server, rawPaths.evidence);

  function send(segmentId: string): Promise<unknown> {
    const bytes = clips.get(segmentId) ?? randomBytes(200_000);
    clips.set(segmentId, bytes);
    const times = { startedAt: String(server.now() - 10_000), durationMs: '10000' };
    const what = { segmentId, camera: 'front', mime: 'video/webm', sha256: sha256(bytes), ...times };
    return upload(bytes, wang.token, what).done;
  }
  /** Its address is another after each start. */
  const call = () => server.http(wang.token);
  const acknowledged = (segmentId: string) => call()('segmentAcknowledgement', {}, { segmentId });
  async function read(segmentId: string, range = '') {
    const { token } = await staff(server);
    const headers = { authorization: `Bearer ${token}`, ...(range && { range }) };
    return server.fetch(`${server.origin}${rawPaths.segmentContent}${segmentId}`, { headers });
  }
  const bytesOf = async (reply: Response) => Buffer.from(await reply.arrayBuffer());

  beforeAll(async () => {
    server = await TestServer.start();
    const credentials = join(server.directory, 'credentials');
    const { accessKeyId, secretAccessKey } = bucket.credentials;
    await writeFile(
      credentials,
      `[default]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`,
    );
    store = bucket.place({ prefix: 'north/', credentials });
    await server.down();
    server.store = store;
    await server.up();
    wang = await sitTheory(server);
  });
  afterAll(async () => {
    await server.end();
    await bucket.end();
  });

  test('[EVI-1] acknowledges a recording that the bucket has, and plays it in ranges', async () => {
    await expect(acknowledged('s1')).rejects.toMatchObject({ reason: 'not_found' });
    await send('s1');
    expect(await acknowledged('s1')).toEqual({ sha256: sha256(clips.get('s1') as Buffer) });
    expect(await bucket.keys('north/')).toHaveLength(1);
    const part = await read('s1', 'bytes=65000-140000');
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 65000-140000/200000']);
    expect(await bytesOf(part)).toEqual(clips.get('s1')?.subarray(65_000, 140_001));
    expect(await bytesOf(await read('s1'))).toEqual(clips.get('s1'));
    expect(await readdir(join(data(), 'evidence', 'incoming'))).toEqual([]);
  });

  test(
    '[NET-1] while it is away acknowledges no recording, and takes answers; when it is back, both',
    async () => {
      await bucket.stop();
      try {
        const whole = refusalOf(await send('s2').catch((cause) => cause));
        expect(whole).toMatchObject({ status: 507, reason: 'storage_full' });
        await expect(acknowledged('s2')).rejects.toMatchObject({ reason: 'not_found' });
        // Now it is known: nothing is even begun.
        const next = refusalOf(await send('s3').catch((cause) => cause));
        expect(next).toMatchObject({ status: 507, reason: 'storage_full' });
        const { request } = await server.connect('/candidate', wang.token);
        const entries = await chain(wang.attemptId, [choose('t1', 'a')], { at: server.now() });
        expect(await request('entries.append', { epoch: 1, entries })).toMatchObject({ cursor: 1 });
        expect((await server.fetch(`${server.origin}${rawPaths.ready}`)).status).toBe(200);
        const figures = await (await fetch(`http://127.0.0.1:${server.metricsPort}/metrics`)).text();
        expect(figures).toContain('yunkao_free_bytes{of="recordings"} 0');
        // A start does not wait for it either.
        await server.down();
        await server.up();
        expect((await call()('answers', {})).cursors).toEqual([{ epoch: 1, cursor: 1 }]);
      } finally {
        await bucket.start();
      }
      await send('s2');
      expect(await acknowledged('s2')).toEqual({ sha256: sha256(clips.get('s2') as Buffer) });
    },
    STARTS_MS,
  );

  test('[EVI-3] hands over what its bucket has, as one file a camera, and not without the bucket', async () => {
    clips.set('played', await madeRecording({ pictures: 20, name: 'played', sound: true }));
    await send('played');
    const order = { data: data(), postgres: null, also: ['T1'], evidenceKey: server.keyFile };
    const to = join(server.directory, 'handed-over');
    const { recordings, wrong } = await makeExport({ ...order, to, store });
    expect([recordings, wrong]).toEqual([1, []]);
    const { files } = JSON.parse(await readFile(join(to, 'T1', 'recordings.json'), 'utf8'));
    expect(files[0].parts.map(({ id }: { id: string }) => id)).toEqual(['played']);
    expect((await verifyExport(to)).faults).toEqual([]);
    const without = makeExport({ ...order, to: join(server.directory, 'without'), store: null });
    await expect(without).rejects.toThrow('--store s3://evidence/north/');
  });

  test('[BAK-1] is backed up whole, restored to a disk, and needs no bucket there', async () => {
    const to = join(server.directory, 'kept');
    const order = { data: data(), postgres: null, store };
    expect(await makeBackup({ ...order, to, since: null })).toMatchObject({ missing: [] });
    const later = join(server.directory, 'kept-later');
    expect(await makeBackup({ ...order, to: later, since: to })).toMatchObject({ missing: [] });
    // What is unchanged is not brought again.
    const [object = ''] = (await readdir(join(to, 'evidence'), { recursive: true })).filter((path) =>
      path.endsWith('.webm'),
    );
    const inodes = await Promise.all([to, later].map(async (kept) => (await stat(join(kept, 'evidence', object))).ino));
    expect(inodes[1]).toBe(inodes[0]);
    const keysOnly = await makeBackup({ ...order, store: null, to: join(server.directory, 'keys'), since: null });
    expect(keysOnly.missing).toEqual([]);
    await server.down();
    await rename(data(), join(server.directory, 'before'));
    await restoreBackup({ from: later, data: data(), postgres: null });
    server.store = null;
    await server.up();
    expect(await bytesOf(await read('s1', 'bytes=1000-70000'))).toEqual(clips.get('s1')?.subarray(1_000, 70_001));
    await server.down();
    await rm(data(), { recursive: true });
    await rename(join(server.directory, 'before'), data());
    const disk = openEvidenceStore(null, data(), join(data(), 'evidence'), quiet);
    await expect(disk).rejects.toThrow('--store s3://evidence/north/');
    server.store = store;
    await server.up();
    wang = await signIn(server, 'wang');
  });

  test(
    '[RET-1] deletes it on its last day, also where the bucket was away at first',
    async () => {
      await send('s4');
      server.ahead += 400 * 24 * 60 * 60_000;
      await bucket.stop();
      const log = async () => {
        const links = server.db.selectFrom('deletion').select('kind').where('attempt_id', '=', wang.attemptId);
        return (await links.orderBy('seq').execute()).map(({ kind }) => kind);
      };
      const own = join(data(), 'evidence', wang.attemptId, 'front', 's1.webm.remote');
      const erased = async () => !isHead(await readFile(own));
      try {
        await server.down();
        await server.up();
        await expect.poll(log, { timeout: 20_000 }).toEqual(['begun']);
        await expect.poll(erased, { timeout: 20_000 }).toBe(true);
      } finally {
        await bucket.start();
      }
      await server.down();
      await server.up();
      await expect.poll(log, { timeout: 20_000 }).toEqual(['begun', 'done']);
      expect(await bucket.keys('north/')).toEqual([]);
      expect(existsSync(own)).toBe(false);
      expect((await read('s1')).status).toBe(404);
    },
    STARTS_MS,
  );
});
