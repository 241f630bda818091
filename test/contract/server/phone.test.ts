import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Attempt, AttemptEvent, WallPlace } from '../../../shared/contract/views.ts';
import { hashResponses } from '../../../shared/domain/fold.ts';
import { MINUTE, TestServer } from './harness.ts';
import { enter, pairPhone, type SignedIn, signIn, sitTheory, staff } from './people.ts';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
});
afterEach(() => server.end());

const beat = (frames: number, hidden = false) => ({ frames, hidden, battery: 0.5 });
const phoneIs =
  (state: Attempt['phone']) =>
  ({ phone }: Attempt) =>
    phone === state;

describe('pairing', () => {
  test('a code works once, for two minutes, and leads the phone to an address it can reach', async () => {
    const { call } = await enter(server, 'wang');
    const { url, expiresAt } = await call('phoneToken', {});
    expect(url).toMatch(/^https:\/\/192\.0\.2\.7:\d+\/phone\/#[\w-]{43}$/);
    expect(expiresAt - server.now()).toBeGreaterThan(MINUTE);
    const token = new URL(url).hash.slice(1);
    const redeem = () => server.http()('phoneRedeem', { token, device: 'phone' });
    expect(await redeem()).toMatchObject({ candidateName: '王一', examTitle: '测试' });
    await expect(redeem()).rejects.toMatchObject({ reason: 'pairing_used' });
    const second = new URL((await call('phoneToken', {})).url).hash.slice(1);
    server.ahead = 2 * MINUTE;
    await expect(server.http()('phoneRedeem', { token: second, device: '' })).rejects.toMatchObject({
      reason: 'pairing_expired',
    });
  });

  test('a new phone replaces the old one, which is told', async () => {
    const candidate = await enter(server, 'wang');
    const oldToken = await pairPhone(server, candidate);
    const old = await server.connect('/phone', oldToken);
    const ended = old.next('ended');
    const fresh = await server.connect('/phone', await pairPhone(server, candidate));
    expect(await ended).toEqual({ why: 'replaced' });
    await expect(fresh.request('heartbeat', beat(1))).resolves.toEqual({});
    const back = server.client(server.socket('/phone', oldToken));
    expect(await back.next('ended')).toEqual({ why: 'replaced' });
  });
});

describe('[CAM-2] the phone is watched', () => {
  let candidate: SignedIn;
  let window: Awaited<ReturnType<TestServer['connect']>>;
  let phone: Awaited<ReturnType<TestServer['connect']>>;
  beforeEach(async () => {
    candidate = await enter(server, 'wang');
    window = await server.connect('/candidate', candidate.token);
    const live = window.next('attempt.changed', phoneIs('live'));
    phone = await server.connect('/phone', await pairPhone(server, candidate));
    await live;
  });
  const lostBecause = async () => {
    const { events } = await (await staff(server)).call('attemptEvents', {}, { attemptId: candidate.attemptId });
    return events.filter(({ kind }) => kind === 'phone_lost').map(({ detail }) => detail.cause);
  };

  test('it is lost when its connection drops, and back when it returns', async () => {
    const lost = window.next('attempt.changed', phoneIs('lost'));
    phone.raw.disconnect();
    await lost;
    const back = window.next('attempt.changed', phoneIs('live'));
    phone.raw.connect();
    await back;
    expect(await lostBecause()).toEqual(['disconnected']);
  });

  test('it is lost at once when hidden, after six seconds when silent or frozen', async () => {
    const hidden = window.next('attempt.changed', phoneIs('lost'));
    await phone.request('heartbeat', beat(1, true));
    await hidden;
    const back = window.next('attempt.changed', phoneIs('live'));
    await phone.request('heartbeat', beat(2));
    await back;
    const silent = window.next('attempt.changed', phoneIs('lost'));
    server.ahead += 6_500;
    await silent;
    const again = window.next('attempt.changed', phoneIs('live'));
    await phone.request('heartbeat', beat(3));
    await again;
    server.ahead += 4_000;
    await phone.request('heartbeat', beat(3));
    const frozen = window.next('attempt.changed', phoneIs('lost'));
    server.ahead += 4_000;
    await phone.request('heartbeat', beat(3));
    await frozen;
    expect(await lostBecause()).toEqual(['hidden', 'silent', 'frozen']);
  });

  test('it ends with the last session, not before', async () => {
    server.ahead = 11 * MINUTE;
    const handIn = async (sessionId: string, items: string[]) =>
      candidate.call('handIn', { sessionId, epoch: 1, lastSeq: 0, responsesHash: await hashResponses({}, items) });
    await handIn('theory', ['t1', 't2']);
    await expect(phone.request('heartbeat', beat(9))).resolves.toEqual({});
    server.ahead = 36 * MINUTE;
    const ended = phone.next('ended');
    await handIn('skills', ['s1']);
    expect(await ended).toEqual({ why: 'handed_in' });
  });
});

describe('the wall', () => {
  const places = async () => {
    const wall = await server.connect('/staff', (await staff(server)).token);
    const joined = await wall.request<{ places: WallPlace[]; events: AttemptEvent[] }>('wall.join');
    return { wall, ...joined };
  };

  test('every candidate has a place in admission order, also one who never signed in', async () => {
    await signIn(server, 'li');
    const { places: shown } = await places();
    expect(shown.map(({ admissionNo, attemptId }) => [admissionNo, attemptId !== null])).toEqual([
      ['T1', false],
      ['T2', true],
      ['T3', false],
    ]);
  });

  test('a place changes by itself when its candidate does', async () => {
    const { wall } = await places();
    const candidate = await sitTheory(server);
    const online = wall.next('place.changed', (place: WallPlace) => place.online && place.items === 2);
    const window = await server.connect('/candidate', candidate.token);
    await online;
    const answering = wall.next('place.changed', ({ stage }: WallPlace) => stage === 'answering');
    await window.request('stage.report', { stage: 'answering' });
    expect(await answering).toMatchObject({ identity: 'verified', name: '王一', handedIn: [] });
    // Of this candidate: when a session opens, every place is told.
    const offline = wall.next(
      'place.changed',
      (place: WallPlace) => place.attemptId === candidate.attemptId && !place.online,
    );
    window.raw.disconnect();
    expect(await offline).toMatchObject({ offlineSince: expect.any(Number) });
  });

  test('messages reach one or all, and whoever was away when they come back', async () => {
    const { wall } = await places();
    const wang = await enter(server, 'wang');
    const li = await enter(server, 'li');
    const window = await server.connect('/candidate', wang.token);
    const other = await server.connect('/candidate', li.token);
    const heard = [window.next('message'), other.next('message')];
    const toAll = await wall.request('message.send', { attemptId: null, text: '请保持安静' });
    expect(await Promise.all(heard)).toEqual([toAll, toAll]);

    const offline = wall.next('event.added', ({ kind }: AttemptEvent) => kind === 'offline');
    window.raw.disconnect();
    await offline;
    const toOne = await wall.request('message.send', { attemptId: wang.attemptId, text: '请调整摄像头' });
    const back = server.client(server.socket('/candidate', wang.token));
    expect(await back.next('message', ({ text }: { text: string }) => text === '请调整摄像头')).toEqual(toOne);
  });
});
