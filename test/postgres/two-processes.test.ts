import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rawPaths } from '../../shared/contract/http.ts';
import type { Attempt, WallPlace } from '../../shared/contract/views.ts';
import { MINUTE, type TestClient, TestServer } from '../contract/server/harness.ts';
import {
  chain,
  choose,
  enter,
  pairPhone,
  picture,
  type SignedIn,
  signIn,
  signInBody,
  sitTheory,
  staff,
} from '../contract/server/people.ts';
import { sha256, uploadsTo } from '../contract/server/resumable.ts';
import { JPEG, ORGANISER, SECOND_PROCTOR } from '../contract/server/sample.ts';
import { noRedis, RedisServer } from '../redis/redis-server.ts';
import { runOn } from './test-database.ts';

// One exam centre of two servers, each with its own sockets, memory and book, on one PostgreSQL and one Redis.
let redis: RedisServer | null;
let a: TestServer;
let b: TestServer;
beforeEach(async ({ skip }) => {
  redis = await RedisServer.make();
  if (redis === null) return skip(noRedis());
  [a, b] = await TestServer.startTwo(redis.url);
});
afterEach(async () => {
  if (redis === null) return;
  await a.end();
  await redis.stop();
});

/** A proctor whose wall is connected to that server. */
async function wallAt(server: TestServer): Promise<TestClient & Awaited<ReturnType<typeof staff>>> {
  const signedIn = await staff(server);
  const wall = await server.connect('/staff', signedIn.token);
  await wall.request('wall.join');
  return { ...wall, ...signedIn };
}
const windowAt = async (server: TestServer, { token }: SignedIn) => server.connect('/candidate', token);
const placeWhere = (wall: TestClient, matches: (place: WallPlace) => boolean) =>
  wall.next<WallPlace>('place.changed', matches);
const attemptWhere = (window: TestClient, matches: (attempt: Attempt) => boolean) =>
  window.next<Attempt>('attempt.changed', matches);
const beat = (frames: number) => ({ frames, trouble: null, was: null, battery: 0.5, charging: false });
const urlOf = ({ place }: TestServer) => ('postgres' in place ? place.postgres : expect.fail('this needs PostgreSQL'));
const linesOfWindows = async () => (await runOn(urlOf(a), 'select online::int, line::int from attempt')).rows;
/** How many are connected to this process, as its figures say. */
async function figuresOf({ metricsPort }: TestServer): Promise<Record<string, string>> {
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  return Object.fromEntries(
    [...text.matchAll(/^yunkao_connected\{of="(\w+)"\} (\d+)$/gm)].map(([, of, many]) => [of, many]),
  );
}
/** How often each kind of event was recorded. */
async function eventsOf(kind: string): Promise<number> {
  const { rows } = await runOn(urlOf(a), `select count(*)::int as many from event where kind = '${kind}'`);
  return rows[0].many;
}

test('[HAND-1] a hand raised at one process is on the wall at the other, and what the proctor says reaches the candidate', async () => {
  const wall = await wallAt(b);
  const candidate = await enter(a, 'wang');
  const online = placeWhere(wall, (place) => place.online);
  const window = await windowAt(a, candidate);
  await online;
  const raised = placeWhere(wall, ({ handRaisedAt }) => handRaisedAt !== null);
  const told = wall.next('event.added', ({ kind }: { kind: string }) => kind === 'hand_raised');
  await window.request('hand.raise', { raised: true });
  expect(await raised).toMatchObject({ attemptId: candidate.attemptId, online: true });
  await told;
  const message = window.next<{ text: string }>('message');
  const lowered = attemptWhere(window, ({ handRaisedAt }) => handRaisedAt === null);
  await wall.call('lowerHand', { answer: '可以' }, { attemptId: candidate.attemptId });
  expect(await message).toMatchObject({ text: '可以' });
  await lowered;
  // Each process tells of its own lines; whoever gathers the figures adds them up.
  expect([await figuresOf(a), await figuresOf(b)]).toEqual([
    { candidate: '1', phone: '0', staff: '0' },
    { candidate: '0', phone: '0', staff: '1' },
  ]);
});

test('[SEC-1] signals pass between a camera at one process and a viewer at the other, and to nobody else', async () => {
  const wall = await wallAt(b);
  const candidate = await enter(a, 'wang');
  const connected = wall.next('camera.changed');
  const window = await windowAt(a, candidate);
  expect(await connected).toEqual({ attemptId: candidate.attemptId, camera: 'front', connected: true });
  const started = window.next('view.start');
  const view = { viewId: 'view-1', attemptId: candidate.attemptId, camera: 'front', peerId: null };
  await wall.request('view.open', view);
  expect(await started).toEqual({ viewId: 'view-1', iceServers: [], peerId: null });
  const [offered, answered] = [wall.next('signal'), window.next('signal')];
  await window.request('signal', { viewId: 'view-1', data: 'offer' });
  expect(await offered).toEqual({ viewId: 'view-1', data: 'offer' });
  await wall.request('signal', { viewId: 'view-1', data: 'answer' });
  expect(await answered).toEqual({ viewId: 'view-1', data: 'answer' });
  const other = await a.connect('/staff', (await staff(a, SECOND_PROCTOR)).token);
  await expect(other.request('view.open', view)).rejects.toMatchObject({ reason: 'not_allowed' });
  await expect(other.request('signal', { viewId: 'view-1', data: 'x' })).rejects.toMatchObject({
    reason: 'not_allowed',
  });
  const stopped = window.next('view.stop');
  await wall.request('view.close', { viewId: 'view-1' });
  expect(await stopped).toEqual({ viewId: 'view-1' });
});

test('a proctor at one process hands in for a candidate at the other', async () => {
  const candidate = await sitTheory(a);
  const window = await windowAt(a, candidate);
  const told = attemptWhere(window, ({ receipts }) => receipts.length === 1);
  const proctor = await staff(b);
  const session = { attemptId: candidate.attemptId, sessionId: 'theory' };
  const receipt = await proctor.call('collect', { reason: '替考' }, session);
  expect(await told).toMatchObject({ receipts: [{ receiptNo: receipt.receiptNo, handedInBy: 'proctor' }] });
});

test('[CAM-2] a phone pairs and streams at one process, its window at the other sees it, and a new phone takes its place', async () => {
  const candidate = await enter(a, 'wang');
  const window = await windowAt(a, candidate);
  const phone = await b.connect('/phone', await pairPhone(b, { ...candidate, call: b.http(candidate.token) }));
  const live = attemptWhere(window, (attempt) => attempt.phone === 'live');
  await phone.request('heartbeat', beat(1));
  await live;
  await phone.request('still', { takenAt: a.now(), jpeg: JPEG, watchable: true, tilt: null });
  expect(await candidate.call('rearStill', {})).toMatchObject({ jpeg: picture });
  const ended = phone.next('ended');
  const second = await a.connect('/phone', await pairPhone(a, candidate));
  expect(await ended).toEqual({ why: 'replaced' });
  await second.request('heartbeat', beat(1));
});

test('[CAM-2] a phone that comes to another process while its line hangs is one phone: the line that is over ends nothing', async () => {
  const candidate = await enter(a, 'wang');
  const window = await windowAt(a, candidate);
  const token = await pairPhone(a, candidate);
  const hanging = await a.connect('/phone', token);
  const live = attemptWhere(window, ({ phone }) => phone === 'live');
  await hanging.request('heartbeat', beat(1));
  await live;
  const closed = new Promise((resolve) => hanging.raw.once('disconnect', resolve));
  const back = attemptWhere(window, ({ phone }) => phone === 'lost').then(() =>
    attemptWhere(window, ({ phone }) => phone === 'live'),
  );
  const moved = await b.connect('/phone', token);
  await closed;
  await moved.request('heartbeat', beat(2));
  await back;
  const { rows } = await runOn(urlOf(a), 'select phone, rear_line::int from attempt');
  expect(rows).toEqual([{ phone: 'live', rear_line: 2 }]);
});

test('[ANS-5] a sign-in at one process fences the window at the other, whose late entries are evidence', async () => {
  const candidate = await sitTheory(a);
  const window = await windowAt(a, candidate);
  const fenced = window.next('fenced');
  const again = await signIn(b, 'wang', 'computer-2', true);
  await fenced;
  const entries = await chain(candidate.attemptId, [choose('t1', 'a')]);
  const late = window.request('entries.append', { epoch: 1, entries });
  await expect(late).rejects.toMatchObject({ reason: 'signed_in_elsewhere' });
  expect(again.reply.attempt.epoch).toBe(2);
});

test('a window that changes to the other process was never offline, and its first line ends nothing', async () => {
  const candidate = await enter(a, 'wang');
  const first = await windowAt(a, candidate);
  await expect.poll(linesOfWindows).toEqual([{ online: 1, line: 1 }]);
  const closed = new Promise((resolve) => first.raw.once('disconnect', resolve));
  const second = await windowAt(b, candidate);
  await closed;
  await second.request('hand.raise', { raised: true });
  expect(await linesOfWindows()).toEqual([{ online: 1, line: 2 }]);
  expect(await eventsOf('offline')).toBe(0);
});

test('[TIME-1] both keep the deadline, and a session is handed in once', async () => {
  const candidates = [await sitTheory(a, 'wang'), await sitTheory(b, 'li')];
  const windows = [await windowAt(a, candidates[0] as SignedIn), await windowAt(b, candidates[1] as SignedIn)];
  const told = windows.map((window) => attemptWhere(window, ({ receipts }) => receipts.length === 1));
  a.ahead = 31 * MINUTE;
  await Promise.all(told);
  // Both have looked at the clock since.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(await eventsOf('handed_in')).toBe(2);
  const { rows } = await runOn(urlOf(a), 'select count(*)::int as many from receipt');
  expect(rows).toEqual([{ many: 2 }]);
});

test('[SEC-1] tries count together, whichever process they come to', async () => {
  const wrong = { ...signInBody('wang'), identityNo: signInBody('li').identityNo };
  for (let count = 0; count < 8; count += 1) {
    const server = count % 2 === 0 ? a : b;
    await expect(server.http()('candidateSignIn', wrong)).rejects.toMatchObject({ reason: 'identity_number_mismatch' });
  }
  for (const server of [a, b]) {
    await expect(server.http()('candidateSignIn', wrong)).rejects.toMatchObject({ reason: 'too_many_tries' });
  }
});

test('[ASG-1] who watches whom, and [TIME-5] when a session is, holds at every process at once', async () => {
  const candidate = await enter(a, 'wang');
  const wall = await wallAt(b);
  const organiser = await staff(a, ORGANISER);
  const examination = { examinationId: 'test' };
  const { proctors, candidates } = await organiser.call('assignments', {}, examination);
  const other = proctors.find(({ name }) => name !== '监考')?.staffId ?? '';
  const changed = wall.next('wall.changed');
  const candidateIds = candidates.map(({ candidateId }) => candidateId);
  await organiser.call('assign', { candidateIds, staffId: other }, examination);
  await changed;
  const look = wall.call('look', {}, { attemptId: candidate.attemptId });
  await expect(look).rejects.toMatchObject({ reason: 'not_allowed' });
  expect(await wall.request('wall.join')).toMatchObject({ places: [] });

  const entryFrom = Date.now() + 33 * MINUTE;
  await a.db.updateTable('session').set({ entry_from: entryFrom }).where('id', '=', 'skills').execute();
  const [known] = (await b.http()('examinations', {})).examinations;
  const skills = known?.sessions.find(({ id }) => id === 'skills') ?? expect.fail('there is no such session');
  const { entryUntil, startsAt, handInFrom, endsAt } = skills;
  const betweenSessions = known?.betweenSessions ?? 'locked';
  const from = { entryFrom, entryUntil, startsAt, handInFrom, endsAt, betweenSessions };
  const later = (at: number) => at + 5 * MINUTE;
  const to = {
    ...{ entryFrom: later(entryFrom), entryUntil: later(entryUntil), startsAt: later(startsAt) },
    ...{ handInFrom: later(handInFrom), endsAt: later(endsAt), betweenSessions },
  };
  const session = { sessionId: 'skills' };
  expect(await organiser.call('replanSession', { from, to, why: '停电' }, session)).toEqual({ faults: [] });
  const atB = await staff(b, ORGANISER);
  const outdated = atB.call('replanSession', { from, to, why: '停电' }, session);
  await expect(outdated).rejects.toMatchObject({ reason: 'change_outdated' });
  const seen = async () =>
    (await b.http()('examinations', {})).examinations[0]?.sessions.find(({ id }) => id === 'skills');
  await expect.poll(async () => (await seen())?.endsAt).toBe(to.endsAt);
});

test('[EVI-1] a recording that was cut at one process goes on at the other', async () => {
  const candidate = await enter(a, 'wang');
  const bytes = randomBytes(900_000);
  const metadata = { segmentId: 'segment-1', camera: 'front', startedAt: '1700000000000', durationMs: '4000' };
  const described = { ...metadata, mime: 'video/webm', sha256: sha256(bytes) };
  const path = await uploadsTo(() => a, rawPaths.evidence).beginUpload(bytes, candidate.token, described, 300_000);
  const sent: number[] = [];
  const options = { uploadUrl: b.origin + path, onProgress: (count: number) => sent.push(count) };
  await uploadsTo(() => b, rawPaths.evidence).upload(bytes, candidate.token, described, options).done;
  expect(Math.min(...sent)).toBeGreaterThanOrEqual(300_000);
  const acknowledged = await candidate.call('segmentAcknowledgement', {}, { segmentId: 'segment-1' });
  expect(acknowledged).toEqual({ sha256: sha256(bytes) });
});

test('[ANS-1] while Redis is away answers are stored and acknowledged, and when it is back processes hear each other again', async () => {
  const candidate = await sitTheory(a);
  const window = await windowAt(a, candidate);
  const wall = await wallAt(b);
  await redis?.stop();
  const entries = await chain(candidate.attemptId, [choose('t1', 'a'), choose('t1', 'b')]);
  const appended = await window.request('entries.append', { epoch: 1, entries: entries.slice(0, 1) });
  expect(appended).toEqual({ epoch: 1, cursor: 1 });
  expect((await signIn(b, 'li')).reply.attempt.epoch).toBe(1);
  await expect(b.fetch(`${b.origin}${rawPaths.ready}`)).resolves.toMatchObject({ status: 500 });
  await redis?.start();
  await expect.poll(async () => (await b.fetch(`${b.origin}${rawPaths.ready}`)).status).toBe(200);
  const raised = placeWhere(wall, ({ handRaisedAt }) => handRaisedAt !== null);
  await window.request('entries.append', { epoch: 1, entries });
  await window.request('hand.raise', { raised: true });
  await raised;
});
