import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readEvidenceKeys } from '../../../server/disk/evidence-keys.ts';
import { storedBytes } from '../../../server/disk/sealed-file.ts';
import { createStorage } from '../../../server/sql/storage.ts';
import { rawPaths } from '../../../shared/contract/http.ts';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import type { StillTaken } from '../../../shared/contract/still.ts';
import { STILL_LIMIT_BYTES } from '../../../shared/domain/still.ts';
import { MINUTE, type TestClient, TestServer } from './harness.ts';
import { enter, pairPhone, type SignedIn, signIn, sitTheory, staff } from './people.ts';
import { sha256, uploadsTo } from './resumable.ts';
import { JPEG } from './sample.ts';

let server: TestServer;
let wang: SignedIn;
let phone: TestClient;
let phoneToken: string;
let call: HttpClient;
let proctorToken: string;
let wall: TestClient;
beforeEach(async () => {
  server = await TestServer.start();
  wang = await sitTheory(server);
  phoneToken = await pairPhone(server, wang);
  phone = await server.connect('/phone', phoneToken);
  ({ call, token: proctorToken } = await staff(server));
  wall = await server.connect('/staff', proctorToken);
  await wall.request('wall.join');
});
afterEach(() => server.end());

const still = (over: object = {}) => ({ takenAt: server.now(), jpeg: JPEG, watchable: true, tilt: null, ...over });
const send = (over: object = {}) => phone.request('still', still(over));
const stored = () => createStorage(server.db).segmentsOf(wang.attemptId);
const content = async (id: string, token: string) =>
  server.fetch(`${server.origin}${rawPaths.segmentContent}${id}`, { headers: { authorization: `Bearer ${token}` } });

describe('stills of a phone', () => {
  test('[CAM-1] are stored as evidence, with their hash in the chain, and the wall is told where to find each', async () => {
    const told = wall.next<StillTaken>('still.taken');
    await send();
    const { segmentId, ...rest } = await told;
    expect(rest).toEqual({ attemptId: wang.attemptId, camera: 'rear', takenAt: expect.any(Number) });
    expect(await stored()).toMatchObject([
      { id: segmentId, mime: 'image/jpeg', sha256: sha256(JPEG), bytes: JPEG.length },
    ]);
    const response = await content(segmentId, proctorToken);
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(JPEG);
    const links = await createStorage(server.db).factLinksOf(wang.attemptId, 'rear');
    expect(links.at(-1)?.fact).toMatchObject({ kind: 'still', segmentId, sha256: sha256(JPEG), durationMs: 0 });
  });

  test('[CAM-1] vouch in the ledger for the time between them, and make way for a recording of it', async () => {
    const started = server.now();
    for (let each = 0; each <= 3; each += 1) {
      await send();
      server.ahead += 5_000;
    }
    server.ahead += MINUTE;
    const ledger = async () => {
      const { cameras } = await call('cameraLedger', {}, { attemptId: wang.attemptId });
      return cameras.find(({ camera }) => camera === 'rear')?.totals;
    };
    const stills = (await ledger())?.still;
    expect(stills).toBeGreaterThanOrEqual(14);
    expect(stills).toBeLessThanOrEqual(17);

    const bytes = Buffer.from('a recording');
    const described = { segmentId: 'film', camera: 'rear', mime: 'video/webm', sha256: sha256(bytes) };
    const when = { startedAt: String(started - 1_000), durationMs: '12000' };
    await uploadsTo(() => server, rawPaths.evidence).upload(bytes, phoneToken, { ...described, ...when }).done;
    const after = await ledger();
    expect(after?.recorded).toBeGreaterThanOrEqual(10);
    expect(after?.still).toBeLessThanOrEqual(7);
    const { segments } = await call('segments', {}, { attemptId: wang.attemptId });
    // Three of the four, or two on a slow machine, show what the recording shows.
    expect(segments.map(({ mime }) => mime).slice(0, 2)).toEqual(['video/webm', 'image/jpeg']);
    expect(await stored()).toHaveLength(5);
  });

  test('[SEC-1] of an ended phone, of no JPEG, too large, too soon or while another is stored are refused and leave nothing', async () => {
    await expect(send({ jpeg: Buffer.from('GIF89a') })).rejects.toMatchObject({ reason: 'bad_request' });
    await expect(send({ jpeg: JPEG.toString('base64') })).rejects.toMatchObject({ reason: 'bad_request' });
    const large = Buffer.concat([JPEG, Buffer.alloc(STILL_LIMIT_BYTES)]);
    await expect(send({ jpeg: large })).rejects.toMatchObject({ reason: 'too_large' });
    const both = await Promise.allSettled([send(), send()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(send()).rejects.toMatchObject({ reason: 'too_early' });
    server.ahead += 1_000;
    await send();
    const ended = phone.next('ended');
    const fresh = await pairPhone(server, wang);
    await ended;
    const other = await server.connect('/phone', fresh);
    server.ahead += 1_000;
    await other.request('still', still());
    expect(await stored()).toHaveLength(3);
  });

  test('[SEC-1] are a phone’s alone to send, and a proctor’s alone to see', async () => {
    const window = await server.connect('/candidate', wang.token);
    const told = wall.next<StillTaken>('still.taken');
    for (const other of [window, wall]) other.raw.emit('still', still());
    await send();
    const { segmentId } = await told;
    expect(await stored()).toHaveLength(1);
    expect((await content(segmentId, wang.token)).status).toBe(403);
    expect((await content(segmentId, (await signIn(server, 'li')).token)).status).toBe(403);
  });

  test('are dated by the phone, and never into the future', async () => {
    const earlier = server.now() - 20_000;
    await send({ takenAt: earlier });
    server.ahead += 2_000;
    await send({ takenAt: server.now() + MINUTE });
    const [first, second] = await stored();
    expect(first?.startedAt).toBe(earlier);
    expect(second?.startedAt).toBeLessThanOrEqual(server.now());
  });

  test('of a phone that cannot be watched live end the wish for its live view', async () => {
    const open = () =>
      wall.request('view.open', { viewId: 'v1', peerId: 'p1', attemptId: wang.attemptId, camera: 'rear' });
    await send();
    await expect(open()).resolves.toEqual({});
    const gone = wall.next('camera.changed', ({ camera }: { camera: string }) => camera === 'rear');
    server.ahead += 2_000;
    await send({ watchable: false });
    expect(await gone).toMatchObject({ connected: false });
    await expect(open()).rejects.toMatchObject({ reason: 'not_found' });
  });

  test('lie among the recordings of their attempt, readable by the server alone', async () => {
    await send();
    const { path } = await server.db.selectFrom('segment').select('path').executeTakeFirstOrThrow();
    expect(path).toMatch(new RegExp(`^${wang.attemptId}/rear/[0-9a-f]{20}\\.jpg$`));
    const file = join(server.directory, 'data', 'evidence', path);
    expect(await storedBytes(file, await readEvidenceKeys(server.keyFile))).toEqual(JPEG);
    expect((await readFile(file)).includes(JPEG.subarray(0, 64))).toBe(false);
  });

  test('[CAM-3] the latest comes back to its own exam window, and to no other', async () => {
    await expect(wang.call('rearStill', {})).rejects.toMatchObject({ reason: 'not_found' });
    const takenAt = server.now();
    const tilt = { roll: 17, pitch: 20 };
    await expect(send({ takenAt, tilt: { roll: 91, pitch: 0 } })).rejects.toMatchObject({ reason: 'bad_request' });
    await send({ takenAt, tilt });
    expect(await wang.call('rearStill', {})).toEqual({ takenAt, jpeg: JPEG.toString('base64'), tilt });
    await expect((await signIn(server, 'li')).call('rearStill', {})).rejects.toMatchObject({ reason: 'not_found' });
    await expect(server.http(phoneToken)('rearStill', {})).rejects.toMatchObject({ reason: 'not_allowed' });
  });

  test('[CAM-3] a proctor alone confirms where the phone stands, by name', async () => {
    const told = wall.next('event.added', ({ kind }: { kind: string }) => kind === 'rear_view_confirmed');
    await call('confirmRearView', {}, { attemptId: wang.attemptId });
    expect(await told).toMatchObject({ attemptId: wang.attemptId, detail: { by: '监考' } });
    await expect(call('confirmRearView', {}, { attemptId: 'nobody' })).rejects.toMatchObject({ reason: 'not_found' });
    await expect(wang.call('confirmRearView', {}, { attemptId: wang.attemptId })).rejects.toMatchObject({
      reason: 'not_allowed',
    });
  });

  test('[SEC-1] are taken of nobody who has not agreed to be recorded', async () => {
    const li = await enter(server, 'li');
    const line = await server.connect('/phone', await pairPhone(server, li));
    await server.db.updateTable('attempt').set({ consent_at: null }).where('id', '=', li.attemptId).execute();
    await expect(line.request('still', still())).rejects.toMatchObject({ reason: 'consent_missing' });
  });
});
