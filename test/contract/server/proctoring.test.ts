import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rawPaths } from '../../../shared/contract/http.ts';
import { MINUTE, TestServer } from './harness.ts';
import { chain, choose, enter, picture, type SignedIn, sitTheory, staff } from './people.ts';
import { JPEG, ORGANISER } from './sample.ts';

let server: TestServer;
let candidate: SignedIn;
let proctor: Awaited<ReturnType<typeof staff>>;

beforeEach(async () => {
  server = await TestServer.start();
  candidate = await enter(server, 'wang');
  proctor = await staff(server);
}, 30_000);
afterEach(() => server.end());

const events = async (kind: string) => {
  const { events: all } = await proctor.call('attemptEvents', {}, { attemptId: candidate.attemptId });
  return all.filter((event) => event.kind === kind);
};
const place = async () => {
  const wall = await server.connect('/staff', proctor.token);
  const { places, events: latest } = await wall.request<{
    places: { attemptId: string; violations: number; lookedAt: number | null }[];
    events: { kind: string }[];
  }>('wall.join');
  return { ...places.find(({ attemptId }) => attemptId === candidate.attemptId), latest };
};

test('a look is kept with who looked and when, once a minute, and is told as the place’s and not among the room’s events', async () => {
  const { attemptId } = candidate;
  expect((await place()).lookedAt).toBeNull();
  await proctor.call('look', {}, { attemptId });
  await proctor.call('look', {}, { attemptId });
  const [look, ...more] = await events('looked_at');
  expect(more).toEqual([]);
  expect(look?.detail).toEqual({ by: expect.any(String) });
  const { lookedAt, latest } = await place();
  expect(lookedAt).toBe(look?.at);
  expect(latest.map(({ kind }) => kind)).not.toContain('looked_at');
  server.ahead += MINUTE;
  await proctor.call('look', {}, { attemptId });
  expect(await events('looked_at')).toHaveLength(2);
});

test('a violation that a proctor notes counts, says who and why, and can be cleared like any other', async () => {
  const { attemptId } = candidate;
  await proctor.call('flag', { kind: 'manual', note: '有他人进入房间' }, { attemptId });
  const [flag] = await events('manual');
  expect(flag?.detail).toMatchObject({ note: '有他人进入房间' });
  expect((await place()).violations).toBe(1);
  await proctor.call('clearFinding', { cleared: true, reason: '是家人送水' }, { attemptId, eventId: flag?.id ?? '' });
  expect((await place()).violations).toBe(0);
});

test('a proctor notes what no machine tells as the kind that it is, and it is no finding of the machine’s', async () => {
  const { attemptId } = candidate;
  await proctor.call('flag', { kind: 'public_place', note: '在网吧' }, { attemptId });
  const [flag] = await events('public_place');
  expect(flag?.detail).toMatchObject({ note: '在网吧', by: expect.any(String) });
  expect((await place()).violations).toBe(1);
  await proctor.call('clearFinding', { cleared: true, reason: '是单位机房' }, { attemptId, eventId: flag?.id ?? '' });
  expect((await place()).violations).toBe(0);
  expect(await proctor.call('findingDecisions', {}, {})).toEqual({ kinds: [] });
  await expect(proctor.call('flag', { kind: 'no_face' as never, note: '!' }, { attemptId })).rejects.toMatchObject({
    reason: 'bad_request',
  });
});

test('a proctor hands in for a candidate, with a reason that is kept; the window is told, and what was answered counts', async () => {
  const { attemptId } = candidate;
  const collect = () => proctor.call('collect', { reason: '替考' }, { attemptId, sessionId: 'theory' });
  await expect(collect()).rejects.toMatchObject({ reason: 'too_early' });
  server.ahead = 11 * MINUTE;
  await candidate.call('paperKey', {}, { sessionId: 'theory' });
  const window = await server.connect('/candidate', candidate.token);
  const entries = await chain(attemptId, [choose('t1', 'a')], { at: server.now() });
  await window.request('entries.append', { epoch: 1, entries });
  const told = window.next('attempt.changed', ({ receipts }: { receipts: unknown[] }) => receipts.length === 1);
  const receipt = await collect();
  expect(receipt).toMatchObject({ handedInBy: 'proctor', answered: 1 });
  expect(await told).toMatchObject({ receipts: [{ receiptNo: receipt.receiptNo, handedInBy: 'proctor' }] });
  expect((await events('handed_in'))[0]?.detail).toMatchObject({ by: 'proctor', note: '替考' });
  expect(await collect()).toEqual(receipt);
});

test('[SEC-1] only a proctor does any of this', async () => {
  const li = await sitTheory(server, 'li');
  const at = { attemptId: li.attemptId };
  const organiser = await staff(server, ORGANISER);
  for (const { call } of [organiser, li]) {
    const refused = { reason: 'not_allowed' };
    await expect(call('look', {}, at)).rejects.toMatchObject(refused);
    await expect(call('flag', { kind: 'manual', note: '!' }, at)).rejects.toMatchObject(refused);
    await expect(call('collect', { reason: '!' }, { ...at, sessionId: 'theory' })).rejects.toMatchObject(refused);
  }
});

const handOf = async () => {
  const wall = await server.connect('/staff', proctor.token);
  const { places } = await wall.request<{ places: { attemptId: string; handRaisedAt: number | null }[] }>('wall.join');
  return places.find(({ attemptId }) => attemptId === candidate.attemptId)?.handRaisedAt;
};

test('[HAND-1] a raised hand has one time however often it is said, reaches the wall, and stands after a restart', async () => {
  const wall = await server.connect('/staff', proctor.token);
  await wall.request('wall.join');
  const told = wall.next('place.changed', ({ handRaisedAt }: { handRaisedAt: number | null }) => handRaisedAt !== null);
  const window = await server.connect('/candidate', candidate.token);
  const own = window.next<{ handRaisedAt: number | null }>('attempt.changed');
  await window.request('hand.raise', { raised: true });
  const { handRaisedAt: at } = await own;
  expect(at).toBeCloseTo(server.now(), -4);
  expect(await told).toMatchObject({ attemptId: candidate.attemptId, handRaisedAt: at });
  server.ahead += MINUTE;
  await window.request('hand.raise', { raised: true });
  expect(await events('hand_raised')).toHaveLength(1);
  await server.down();
  await server.up();
  proctor = await staff(server);
  expect(await handOf()).toBe(at);
});

test('[HAND-1] the candidate lowers it, or a proctor, whose answer is there before', async () => {
  const window = await server.connect('/candidate', candidate.token);
  await window.request('hand.raise', { raised: true });
  await window.request('hand.raise', { raised: false });
  expect(await handOf()).toBeNull();
  await window.request('hand.raise', { raised: true });
  const heard: string[] = [];
  window.raw.on('message', ({ text }: { text: string }) => heard.push(text));
  const down = window.next<{ handRaisedAt: number | null }>('attempt.changed', (attempt) => {
    const { handRaisedAt } = attempt as { handRaisedAt: number | null };
    if (handRaisedAt === null) heard.push('down');
    return handRaisedAt === null;
  });
  const at = { attemptId: candidate.attemptId };
  await proctor.call('lowerHand', { answer: '可以，请继续' }, at);
  await down;
  expect(heard).toEqual(['可以，请继续', 'down']);
  const lowered = await events('hand_lowered');
  expect(lowered.map(({ detail }) => detail.by)).toEqual([undefined, expect.any(String)]);
  // Another proctor was quicker: nothing is down twice.
  await proctor.call('lowerHand', { answer: null }, at);
  expect(await events('hand_lowered')).toHaveLength(2);
  await expect(proctor.call('lowerHand', { answer: null }, { attemptId: 'nobody' })).rejects.toMatchObject({
    reason: 'not_found',
  });
});

test('[SEC-1] [ANS-5] a computer that was replaced raises no hand, and nobody but a proctor lowers one', async () => {
  const window = await server.connect('/candidate', candidate.token);
  await window.request('hand.raise', { raised: true });
  const again = await enter(server, 'wang');
  await expect(window.request('hand.raise', { raised: false })).rejects.toBeDefined();
  expect(await handOf()).not.toBeNull();
  const at = { attemptId: again.attemptId };
  await expect(again.call('lowerHand', { answer: null }, at)).rejects.toMatchObject({ reason: 'not_allowed' });
  const organiser = await staff(server, ORGANISER);
  await expect(organiser.call('lowerHand', { answer: null }, at)).rejects.toMatchObject({ reason: 'not_allowed' });
});

test('[EVI-2] a snapshot is kept as it was seen, with its hash, who took it and when; only a proctor takes or sees one', async () => {
  const at = { attemptId: candidate.attemptId };
  await proctor.call('snapshot', { front: picture, rear: null }, at);
  const [event] = await events('snapshot');
  const sha256 = createHash('sha256').update(JPEG).digest('hex');
  expect(event?.detail).toEqual({ by: expect.any(String), front: expect.any(String), frontSha256: sha256 });
  const read = (token: string) =>
    server.fetch(`${server.origin}${rawPaths.picture}${event?.detail.front}`, {
      headers: { authorization: `Bearer ${token}` },
    });
  expect(Buffer.from(await (await read(proctor.token)).arrayBuffer())).toEqual(JPEG);
  expect((await read(candidate.token)).status).toBe(403);
  await expect(proctor.call('snapshot', { front: null, rear: null }, at)).rejects.toMatchObject({
    reason: 'bad_request',
  });
  await expect(proctor.call('snapshot', { front: btoa('no picture'), rear: null }, at)).rejects.toMatchObject({
    reason: 'bad_request',
  });
  await expect(candidate.call('snapshot', { front: picture, rear: null }, at)).rejects.toMatchObject({
    reason: 'not_allowed',
  });
  await expect(proctor.call('snapshot', { front: picture, rear: null }, { attemptId: 'nobody' })).rejects.toMatchObject(
    { reason: 'not_found' },
  );
  expect(await events('snapshot')).toHaveLength(1);
});
