import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { DetailedError } from 'tus-js-client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rawPaths } from '../../../shared/contract/http.ts';
import { MINUTE, TestServer } from './harness.ts';
import { enter, pairPhone, type SignedIn, signIn, staff } from './people.ts';
import { sha256, uploadsTo } from './resumable.ts';

let server: TestServer;
let candidate: SignedIn;
beforeEach(async () => {
  server = await TestServer.start();
  candidate = await enter(server, 'wang');
});
afterEach(() => server.end());

const describeSegment = (bytes: Buffer, changes: object = {}) => ({
  segmentId: 'segment-1',
  camera: 'front',
  startedAt: '1700000000000.5',
  durationMs: '4000',
  mime: 'video/webm;codecs=vp8,opus',
  sha256: sha256(bytes),
  ...changes,
});

const { upload, beginUpload } = uploadsTo(() => server, rawPaths.evidence);
const statusOf = (cause: unknown) => (cause as DetailedError).originalResponse?.getStatus();
const incoming = async () => (await readdir(join(server.directory, 'data', 'evidence', 'incoming'))).length;

describe('a recording', () => {
  test('[EVI-1] is acknowledged by its hash once it is stored, listed, and played in ranges by staff', async () => {
    const bytes = randomBytes(300_000);
    await expect(candidate.call('segmentAcknowledgement', {}, { segmentId: 'segment-1' })).rejects.toMatchObject({
      reason: 'not_found',
    });
    await upload(bytes, candidate.token, describeSegment(bytes)).done;
    expect(await candidate.call('segmentAcknowledgement', {}, { segmentId: 'segment-1' })).toEqual({
      sha256: sha256(bytes),
    });
    const proctor = await staff(server);
    const { segments } = await proctor.call('segments', {}, { attemptId: candidate.attemptId });
    expect(segments).toMatchObject([{ id: 'segment-1', camera: 'front', startedAt: 1700000000000.5, bytes: 300_000 }]);
    const headers = { authorization: `Bearer ${proctor.token}`, range: 'bytes=100-199' };
    const part = await server.fetch(`${server.origin}${rawPaths.segmentContent}segment-1`, { headers });
    expect([part.status, part.headers.get('content-type')]).toEqual([206, 'video/webm']);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(100, 200));
    const get = (range: string) =>
      server.fetch(`${server.origin}${rawPaths.segmentContent}segment-1`, {
        headers: { authorization: `Bearer ${proctor.token}`, ...(range && { range }) },
      });
    const across = await get('bytes=65000-140000');
    expect(across.headers.get('content-range')).toBe('bytes 65000-140000/300000');
    expect(Buffer.from(await across.arrayBuffer()).equals(bytes.subarray(65_000, 140_001))).toBe(true);
    const whole = await get('');
    expect([whole.status, whole.headers.get('content-length')]).toEqual([200, '300000']);
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
    const beyond = await get('bytes=300000-');
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */300000']);
    expect(await incoming()).toBe(0);
  });

  test('[EVI-1] goes on where it was cut, also after the server was started again', async () => {
    const bytes = randomBytes(900_000);
    const path = await beginUpload(bytes, candidate.token, describeSegment(bytes), 300_000);
    await expect(candidate.call('segmentAcknowledgement', {}, { segmentId: 'segment-1' })).rejects.toMatchObject({
      reason: 'not_found',
    });
    await server.down();
    // [EVI-4] Half of it lies there, and not as it was sent.
    const lies = await readFile(join(server.directory, 'data', 'evidence', 'incoming', path.split('/').at(-1) ?? ''));
    expect([lies.length, lies.includes(bytes.subarray(1_000, 1_032))]).toEqual([300_000, false]);
    await server.up();
    const sent: number[] = [];
    const onProgress = (count: number) => sent.push(count);
    const uploadUrl = server.origin + path;
    await upload(bytes, candidate.token, describeSegment(bytes), { uploadUrl, onProgress }).done;
    expect(Math.min(...sent)).toBeGreaterThanOrEqual(300_000);
    const { sha256: stored } = await server.http(candidate.token)(
      'segmentAcknowledgement',
      {},
      { segmentId: 'segment-1' },
    );
    expect(stored).toBe(sha256(bytes));
  });

  test('[EVI-1] whose bytes are not what was announced is refused and removed, and can be sent again', async () => {
    const bytes = randomBytes(1_000);
    const damaged = await upload(randomBytes(1_000), candidate.token, describeSegment(bytes)).done.catch(
      (cause) => cause,
    );
    expect([statusOf(damaged), JSON.parse(damaged.originalResponse.getBody())]).toMatchObject([
      460,
      { reason: 'hash_mismatch' },
    ]);
    expect(await incoming()).toBe(0);
    await upload(bytes, candidate.token, describeSegment(bytes)).done;
    await upload(bytes, candidate.token, describeSegment(bytes)).done;
    const other = randomBytes(1_000);
    const clash = await upload(other, candidate.token, describeSegment(other)).done.catch((cause) => cause);
    expect(statusOf(clash)).toBe(460);
    expect(await server.db.selectFrom('segment').select('sha256').execute()).toEqual([{ sha256: sha256(bytes) }]);
  });

  test('[EVI-1] [CAM-1] of both cameras in the same moment are each kept and chained, and a damaged one takes none with it', async () => {
    const phone = await pairPhone(server, candidate);
    const bytes = randomBytes(100_000);
    const send = (camera: 'front' | 'rear', name: string, changes: object = {}) =>
      upload(
        bytes,
        camera === 'front' ? candidate.token : phone,
        describeSegment(bytes, { camera, segmentId: `${camera}-${name}`, ...changes }),
      ).done;
    const each = Array.from({ length: 6 }, (_, index) => [send('front', `${index}`), send('rear', `${index}`)]).flat();
    const damaged = send('front', 'damaged', { sha256: '0'.repeat(64) }).catch((cause) => cause);
    await Promise.all(each);
    expect(statusOf(await damaged)).toBe(460);
    const proctor = await staff(server);
    const { attemptId } = candidate;
    const { segments } = await proctor.call('segments', {}, { attemptId });
    expect(segments.map(({ id }) => id).sort()).toEqual(
      ['front', 'rear'].flatMap((camera) => Array.from({ length: 6 }, (_, index) => `${camera}-${index}`)),
    );
    const { cameras } = await proctor.call('cameraLedger', {}, { attemptId });
    const facts = await server.db.selectFrom('camera_fact').select('camera').where('kind', '=', 'recorded').execute();
    expect(facts).toHaveLength(12);
    expect(cameras.map(({ chain }) => chain.intact)).toEqual([true, true]);
  });

  test('[SEC-1] comes from the front camera of the candidate and the rear one of the phone, of the own attempt', async () => {
    const bytes = randomBytes(10);
    const rear = describeSegment(bytes, { camera: 'rear', segmentId: 'rear-1' });
    const phone = await pairPhone(server, candidate);
    expect(statusOf(await upload(bytes, candidate.token, rear).done.catch((cause) => cause))).toBe(403);
    expect(statusOf(await upload(bytes, phone, describeSegment(bytes)).done.catch((cause) => cause))).toBe(403);
    await upload(bytes, phone, rear).done;
    await expect(candidate.call('segmentAcknowledgement', {}, { segmentId: 'rear-1' })).resolves.toBeDefined();

    const long = randomBytes(900_000);
    const path = await beginUpload(long, candidate.token, describeSegment(long), 300_000);
    const li = await enter(server, 'li');
    for (const token of [li.token, phone]) {
      for (const method of ['HEAD', 'PATCH']) {
        const headers = { authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0', 'upload-offset': '300000' };
        const type = { 'content-type': 'application/offset+octet-stream' };
        const stolen = await server.fetch(server.origin + path, { method, headers: { ...headers, ...type } });
        expect([method, stolen.status]).toEqual([method, 403]);
      }
    }
    await expect(li.call('segmentAcknowledgement', {}, { segmentId: 'rear-1' })).rejects.toMatchObject({
      reason: 'not_found',
    });
  });

  test('is refused before consent, without its description, above 64 MB, and over a name that leads elsewhere', async () => {
    const bytes = randomBytes(10);
    const before = await signIn(server, 'li');
    expect(statusOf(await upload(bytes, before.token, describeSegment(bytes)).done.catch((cause) => cause))).toBe(403);
    for (const metadata of [
      {},
      describeSegment(bytes, { segmentId: '../../x' }),
      describeSegment(bytes, { sha256: 'x' }),
    ]) {
      expect(statusOf(await upload(bytes, candidate.token, metadata as never).done.catch((cause) => cause))).toBe(400);
    }
    const large = upload(bytes, candidate.token, describeSegment(bytes), { uploadSize: 65 * 1024 * 1024 });
    expect(statusOf(await large.done.catch((cause) => cause))).toBe(413);
  });

  test('of a phone that has ended still comes in for an hour', async () => {
    const phone = await pairPhone(server, candidate);
    await pairPhone(server, candidate);
    const bytes = randomBytes(10);
    await upload(bytes, phone, describeSegment(bytes, { camera: 'rear' })).done;
    server.ahead = 61 * MINUTE;
    const late = upload(bytes, phone, describeSegment(bytes, { camera: 'rear', segmentId: 'late' }));
    expect(statusOf(await late.done.catch((cause) => cause))).toBe(401);
  });
});

describe('the line is measured', () => {
  const call = (path: string, init: RequestInit = {}) =>
    server.fetch(server.origin + path, { ...init, headers: { authorization: `Bearer ${candidate.token}` } });

  test('with as many bytes as were asked for, up to 16 MB', async () => {
    const response = await call(`${rawPaths.speedDownload}?bytes=100001`);
    expect((await response.arrayBuffer()).byteLength).toBe(100_001);
    expect((await call(`${rawPaths.speedDownload}?bytes=${17 * 1024 * 1024}`)).status).toBe(413);
    expect((await call(`${rawPaths.speedDownload}?bytes=x`)).status).toBe(400);
    expect((await call(rawPaths.speedUpload, { method: 'POST', body: randomBytes(2_000_000) })).status).toBe(204);
  });
});

test('the server answers on TLS only', async () => {
  const { port, hostname } = new URL(server.origin);
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write('GET /api/health HTTP/1.1\r\nhost: x\r\n\r\n'));
    socket.on('data', (data) => resolve(String(data)));
    socket.on('close', () => resolve(''));
    socket.on('error', () => resolve(''));
  });
  expect(answer).not.toContain('200 OK');
});
