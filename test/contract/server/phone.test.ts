import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rawPaths } from '../../../shared/contract/http.ts';
import type { PhoneSocket, RequestBody } from '../../../shared/contract/socket.ts';
import type { Attempt, AttemptEvent, WallPlace } from '../../../shared/contract/views.ts';
import type { FactLink } from '../../../shared/domain/camera-fact.ts';
import { hashResponses } from '../../../shared/domain/fold.ts';
import { MINUTE, TestServer } from './harness.ts';
import { enter, matching, pairPhone, type SignedIn, signIn, sitTheory, staff } from './people.ts';

type Heartbeat = RequestBody<PhoneSocket, 'heartbeat'>;

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
});
afterEach(() => server.end());

const beat = (frames: number, more: Partial<Heartbeat> = {}): Heartbeat => ({
  ...{ frames, trouble: null, was: null, battery: 0.5, charging: false },
  ...more,
});
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

  const codeOf = async ({ call }: SignedIn) => new URL((await call('phoneToken', {})).url).hash.slice(1);
  const redeemed = (token: string) => server.http()('phoneRedeem', { token, device: 'phone' });

  test('[SEC-1] a newer code voids the earlier one that nobody has used', async () => {
    const candidate = await enter(server, 'wang');
    const other = await enter(server, 'li');
    const [first, second, others] = [await codeOf(candidate), await codeOf(candidate), await codeOf(other)];
    await expect(redeemed(first)).rejects.toMatchObject({ reason: 'pairing_voided' });
    await expect(redeemed(second)).resolves.toMatchObject({ candidateName: '王一' });
    await expect(redeemed(others)).resolves.toMatchObject({ candidateName: '李二' });
  });

  test('[SEC-1] a code is of one epoch: a new sign-in voids it, and the fenced one gets none', async () => {
    const candidate = await enter(server, 'wang');
    const code = await codeOf(candidate);
    const again = await signIn(server, 'wang');
    await expect(redeemed(code)).rejects.toMatchObject({ reason: 'pairing_voided' });
    await expect(codeOf(candidate)).rejects.toMatchObject({ reason: 'signed_in_elsewhere' });
    await expect(redeemed(await codeOf(again))).resolves.toMatchObject({ candidateName: '王一' });
  });

  test('[CAM-2] a window that starts again at the same computer keeps its phone', async () => {
    const token = await pairPhone(server, await enter(server, 'wang'));
    const phone = await server.connect('/phone', token);
    await signIn(server, 'wang');
    await expect(phone.request('heartbeat', beat(1))).resolves.toEqual({});
    const back = await server.connect('/phone', token);
    await expect(back.request('heartbeat', beat(2))).resolves.toEqual({});
  });

  test('[SEC-1] at another computer the phone ends, is told, and no longer speaks for the attempt', async () => {
    const candidate = await enter(server, 'wang');
    const token = await pairPhone(server, candidate);
    const phone = await server.connect('/phone', token);
    const ended = phone.next('ended');
    const moved = await signIn(server, 'wang', 'computer-2', true);
    expect(await ended).toEqual({ why: 'computer_changed' });
    const back = server.client(server.socket('/phone', token));
    expect(await back.next('ended')).toEqual({ why: 'computer_changed' });
    await moved.call('identityCheck', matching);
    const fresh = await server.connect('/phone', await pairPhone(server, moved));
    await expect(fresh.request('heartbeat', beat(1))).resolves.toEqual({});
  });

  test('[SEC-1] a phone whose token is of another epoch than the attempt serves nobody', async () => {
    const candidate = await enter(server, 'wang');
    const token = await pairPhone(server, candidate);
    await server.db.updateTable('token').set({ epoch: 7 }).where('kind', '=', 'phone').execute();
    const phone = server.client(server.socket('/phone', token));
    expect(await phone.next('ended')).toEqual({ why: 'computer_changed' });
    const upload = { method: 'POST', headers: { authorization: `Bearer ${token}` } };
    expect((await server.fetch(`${server.origin}/api/evidence/upload`, upload)).status).toBe(401);
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
    await phone.request('heartbeat', beat(1));
    await live;
  });
  const told = async (kind: AttemptEvent['kind']) => {
    const { events } = await (await staff(server)).call('attemptEvents', {}, { attemptId: candidate.attemptId });
    return events.filter((event) => event.kind === kind).map(({ detail }) => detail);
  };
  const because = async (kind: AttemptEvent['kind']) => (await told(kind)).map(({ cause }) => cause);
  const absences = async () => {
    const { token } = await staff(server);
    const place = `${server.origin}${rawPaths.cameraLedger}${candidate.attemptId}?format=json`;
    const answer = await server.fetch(place, { headers: { authorization: `Bearer ${token}` } });
    const { links } = (await answer.json()) as { links: { rear: FactLink[] } };
    return links.rear.flatMap(({ fact }) => (fact.kind === 'went' || fact.kind === 'came' ? [fact] : []));
  };
  let frames = 1;
  const well = (more: Partial<Heartbeat> = {}) => {
    frames += 15;
    return phone.request('heartbeat', beat(frames, more));
  };
  const lose = () => window.next('attempt.changed', phoneIs('lost'));
  const live = () => window.next('attempt.changed', phoneIs('live'));

  test('it is lost when its connection drops, and back once it returns and its pictures advance', async () => {
    const lost = lose();
    phone.raw.disconnect();
    expect(await lost).toMatchObject({ phoneCause: 'disconnected' });
    const back = live();
    phone.raw.connect();
    await well();
    expect(await back).toMatchObject({ phoneCause: null });
    expect(await because('phone_lost')).toEqual(['disconnected']);
    expect(await told('phone_back')).toEqual([{ cause: 'disconnected', lostMs: expect.any(Number) }]);
  });

  test('it is lost at once when it says so, within 3 s when it is silent or its picture stands still', async () => {
    for (const trouble of ['hidden', 'closed', 'camera_taken', 'camera_refused'] as const) {
      const lost = lose();
      await phone.request('heartbeat', beat(frames, { trouble }));
      expect(await lost).toMatchObject({ phoneCause: trouble });
      const back = live();
      await well();
      await back;
    }
    const silent = lose();
    server.ahead += 2_500;
    expect(await silent).toMatchObject({ phoneCause: 'silent' });
    const again = live();
    await well();
    await again;
    const frozen = lose();
    server.ahead += 1_200;
    await phone.request('heartbeat', beat(frames));
    server.ahead += 1_250;
    await phone.request('heartbeat', beat(frames));
    expect(await frozen).toMatchObject({ phoneCause: 'frozen' });
    expect(await because('phone_lost')).toEqual([
      ...['hidden', 'closed', 'camera_taken', 'camera_refused'],
      ...['silent', 'frozen'],
    ]);
  });

  test('a proctor reads how long it was away and why, also where only the phone knew, and only afterwards', async () => {
    const lost = lose();
    server.ahead += 2_500;
    await lost;
    const back = live();
    server.ahead += 5_000;
    await well({ was: 'locked' });
    await back;
    const [detail] = await told('phone_back');
    expect(detail).toMatchObject({ cause: 'locked' });
    expect(detail?.lostMs).toBeGreaterThanOrEqual(7_500);
    expect(detail?.lostMs).toBeLessThan(10_000);
  });

  test('the cause that has to be mended now is shown, the first one is kept', async () => {
    const lost = lose();
    await phone.request('heartbeat', beat(frames, { trouble: 'camera_taken' }));
    await lost;
    const now = window.next('attempt.changed', ({ phoneCause }: Attempt) => phoneCause === 'hidden');
    await phone.request('heartbeat', beat(frames, { trouble: 'hidden' }));
    await now;
    expect(await because('phone_lost')).toEqual(['camera_taken']);
  });

  test('[CAM-1] a short absence is in the ledger with its cause, from when the phone was last seen well', async () => {
    server.ahead += 900;
    const wellAt = server.now();
    await well();
    server.ahead += 900;
    const lost = lose();
    await phone.request('heartbeat', beat(frames, { trouble: 'camera_taken' }));
    await lost;
    const back = live();
    server.ahead += 700;
    await well();
    await back;
    const [, went, came] = await absences();
    expect(went).toMatchObject({ kind: 'went', cause: 'camera_taken' });
    expect(Math.abs((went?.at ?? 0) - wellAt)).toBeLessThan(800);
    expect((came?.at ?? 0) - (went?.at ?? 0)).toBeGreaterThanOrEqual(1_600);
  });

  test('[CAM-1] a new line while the old one still hangs is an absence too, since it was last heard', async () => {
    const token = await pairPhone(server, candidate);
    phone = await server.connect('/phone', token);
    const first = live();
    await well();
    await first;
    const lost = lose();
    const next = await server.connect('/phone', token);
    expect(await lost).toMatchObject({ phoneCause: 'disconnected' });
    const back = live();
    phone = next;
    await well();
    await back;
    expect((await absences()).slice(-2)).toMatchObject([{ kind: 'went', cause: 'disconnected' }, { kind: 'came' }]);
  });

  test('its charger is asked for before it is lost, once, and an empty battery is told from a broken line', async () => {
    const low = window.next('attempt.changed', ({ phoneCause }: Attempt) => phoneCause === 'battery_low');
    await well({ battery: 0.12 });
    expect(await low).toMatchObject({ phone: 'live' });
    await well({ battery: 0.11 });
    const charged = window.next('attempt.changed', ({ phoneCause }: Attempt) => phoneCause === null);
    await well({ battery: 0.11, charging: true });
    await charged;
    expect(await told('phone_battery_low')).toEqual([{ percent: 12 }]);
    await well({ battery: 0.03 });
    const lost = lose();
    phone.raw.disconnect();
    expect(await lost).toMatchObject({ phoneCause: 'battery_empty' });
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
