import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestClient, TestServer } from './harness.ts';
import { enter, pairPhone, type SignedIn, signIn, staff } from './people.ts';

let server: TestServer;
let candidate: SignedIn;
let window: TestClient;
let proctor: TestClient;
const openFront = { viewId: 'view-1', camera: 'front', peerId: null };

beforeEach(async () => {
  server = await TestServer.start();
  proctor = await server.connect('/staff', (await staff(server)).token);
  await proctor.request('wall.join');
  candidate = await enter(server, 'wang');
  const connected = proctor.next('camera.changed');
  window = await server.connect('/candidate', candidate.token);
  expect(await connected).toEqual({ attemptId: candidate.attemptId, camera: 'front', connected: true });
});
afterEach(() => server.end());

test('signals go unread between the viewer and the camera, in both directions', async () => {
  const started = window.next('view.start');
  await proctor.request('view.open', { ...openFront, attemptId: candidate.attemptId });
  expect(await started).toEqual({ viewId: 'view-1', iceServers: [], peerId: null });
  const offered = proctor.next('signal');
  await window.request('signal', { viewId: 'view-1', data: { type: 'offer', sdp: 'x' } });
  expect(await offered).toEqual({ viewId: 'view-1', data: { type: 'offer', sdp: 'x' } });
  const answered = window.next('signal');
  await proctor.request('signal', { viewId: 'view-1', data: ['answer'] });
  expect(await answered).toEqual({ viewId: 'view-1', data: ['answer'] });
  const quality = window.next('view.quality');
  await proctor.request('view.quality', { viewId: 'view-1', grade: 'raised', sound: true });
  expect(await quality).toEqual({ viewId: 'view-1', grade: 'raised', sound: true });
});

test('[SEC-1] both ends are told of the relay, each with a credential of its own and for twelve hours', async () => {
  const urls = ['turn:192.0.2.1:3478?transport=udp'];
  await server.down();
  server.ice = { stun: ['stun:192.0.2.1:3478'], turn: { urls, secret: 'north' } };
  await server.up();
  const watching = await staff(server);
  proctor = await server.connect('/staff', watching.token);
  await proctor.request('wall.join');
  const connected = proctor.next('camera.changed');
  window = await server.connect('/candidate', candidate.token);
  await connected;
  const started = window.next<{ iceServers: unknown[] }>('view.start');
  await proctor.request('view.open', { ...openFront, attemptId: candidate.attemptId });
  const relayFor = (holder: RegExp) => ({
    urls,
    username: expect.stringMatching(holder),
    credential: expect.stringMatching(/^[A-Za-z0-9+/]{27}=$/),
  });
  const stun = { urls: ['stun:192.0.2.1:3478'] };
  const published = await started;
  expect(published.iceServers).toEqual([stun, relayFor(new RegExp(`^\\d{10}:${candidate.attemptId}$`))]);
  const { iceServers } = await watching.call('iceServers', {});
  expect(iceServers).toEqual([stun, relayFor(/^\d{10}:/)]);
  const [until = 0] = iceServers[1]?.username?.split(':').map(Number) ?? [];
  expect(Math.abs(until - server.now() / 1000 - 12 * 3600)).toBeLessThan(60);
  expect(iceServers[1]?.username).not.toContain(candidate.attemptId);
});

test('[SEC-1] a view belongs to who opened it and to one camera of one attempt', async () => {
  await proctor.request('view.open', { ...openFront, attemptId: candidate.attemptId });
  const other = await server.connect('/staff', (await staff(server)).token);
  for (const [name, body] of [
    ['signal', { viewId: 'view-1', data: 1 }],
    ['view.close', { viewId: 'view-1' }],
    ['view.quality', { viewId: 'view-1', grade: 'raised', sound: true }],
  ] as const) {
    await expect(other.request(name, body)).rejects.toMatchObject({ reason: 'not_allowed' });
  }
  const stranger = await server.connect('/candidate', (await enter(server, 'li')).token);
  await expect(stranger.request('signal', { viewId: 'view-1', data: 1 })).rejects.toMatchObject({
    reason: 'not_allowed',
  });
  const phone = await server.connect('/phone', await pairPhone(server, candidate));
  await expect(phone.request('signal', { viewId: 'view-1', data: 1 })).rejects.toMatchObject({ reason: 'not_allowed' });
});

test('a camera that is not connected cannot be opened, nor one before consent', async () => {
  const rear = { viewId: 'view-2', attemptId: candidate.attemptId, camera: 'rear', peerId: null };
  await expect(proctor.request('view.open', rear)).rejects.toMatchObject({ reason: 'not_found' });
  const li = await signIn(server, 'li');
  await server.connect('/candidate', li.token);
  const early = { viewId: 'view-3', attemptId: li.attemptId, camera: 'front', peerId: null };
  await expect(proctor.request('view.open', early)).rejects.toMatchObject({ reason: 'not_found' });
  const connected = proctor.next('camera.changed');
  await li.call('consent', {});
  expect(await connected).toMatchObject({ attemptId: li.attemptId, connected: true });
  await expect(proctor.request('view.open', early)).resolves.toEqual({});
});

test('views are opened again after the camera was away, and taken up again after the line to a window broke', async () => {
  await proctor.request('view.open', { ...openFront, attemptId: candidate.attemptId });
  const away = proctor.next('camera.changed', ({ connected }: { connected: boolean }) => !connected);
  window.raw.disconnect();
  await away;
  const back = proctor.next('camera.changed', ({ connected }: { connected: boolean }) => connected);
  window.raw.connect();
  await back;
  const started = window.next('view.start');
  await proctor.request('view.open', { ...openFront, attemptId: candidate.attemptId });
  expect(await started).toMatchObject({ viewId: 'view-1' });
  const gone = new Promise((resolve) => proctor.raw.once('disconnect', resolve));
  proctor.raw.disconnect();
  await gone;
  proctor.raw.connect();
  const kept = window.next('view.start');
  await proctor.request('view.open', { ...openFront, attemptId: candidate.attemptId, peerId: 'peer-1' });
  expect(await kept).toMatchObject({ viewId: 'view-1', peerId: 'peer-1' });
});
