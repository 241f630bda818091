import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AccessRow, fileAccess, routeAccess } from '../../../shared/contract/access.ts';
import { type RouteName, routes } from '../../../shared/contract/http.ts';
import { type TestClient, TestServer } from './harness.ts';
import { enter, picture, type SignedIn, staff } from './people.ts';
import { CHIEF, OBSERVER, ORGANISER, PROCTOR, SECOND_PROCTOR } from './sample.ts';

// One exam day: each test goes on from the one before.
let server: TestServer;
let wang: SignedIn;
type Desk = Awaited<ReturnType<typeof staff>> & { wall: TestClient; heard: string[] };
let desks: Record<'first' | 'second' | 'chief' | 'observer', Desk>;
let organiser: Awaited<ReturnType<typeof staff>>;
const EXAMINATION = { examinationId: 'test' };

async function openDesk(account: typeof PROCTOR): Promise<Desk> {
  const signedIn = await staff(server, account);
  const wall = await server.connect('/staff', signedIn.token);
  const heard: string[] = [];
  wall.raw.onAny((name: string, { kind = '' }: { kind?: string }) => heard.push(`${name} ${kind}`.trim()));
  await wall.request('wall.join');
  return { ...signedIn, wall, heard };
}
const placesOf = async ({ wall }: Desk) =>
  (await wall.request<{ places: { admissionNo: string; unwatched: boolean }[] }>('wall.join')).places;
const seenBy = async (desk: Desk) => (await placesOf(desk)).map(({ admissionNo }) => admissionNo);
const unwatchedFor = async (desk: Desk) =>
  (await placesOf(desk)).flatMap(({ admissionNo, unwatched }) => (unwatched ? [admissionNo] : []));
const view = () => organiser.call('assignments', {}, EXAMINATION);
const idOf = async (name: string) => (await view()).proctors.find((each) => each.name === name)?.staffId ?? '';
const candidateOf = async (admissionNo: string) =>
  (await view()).candidates.find((each) => each.admissionNo === admissionNo)?.candidateId ?? '';
const assign = async (admissionNo: string, proctor: string | null) => {
  const staffId = proctor === null ? null : await idOf(proctor);
  return organiser.call('assign', { candidateIds: [await candidateOf(admissionNo)], staffId }, EXAMINATION);
};
const refused = expect.objectContaining({ reason: 'not_allowed' });

beforeAll(async () => {
  server = await TestServer.start();
  organiser = await staff(server, ORGANISER);
  wang = await enter(server, 'wang');
  desks = {
    ...{ first: await openDesk(PROCTOR), second: await openDesk(SECOND_PROCTOR) },
    ...{ chief: await openDesk(CHIEF), observer: await openDesk(OBSERVER) },
  };
}, 60_000);
afterAll(() => server.end());

test('[ASG-1] where nobody is assigned every proctor watches everybody', async () => {
  for (const desk of Object.values(desks)) expect(await seenBy(desk)).toEqual(['T1', 'T2', 'T3']);
  expect(await unwatchedFor(desks.chief)).toEqual([]);
});

test('[ASG-1] a proctor’s wall has their own, who sees everything still does, and whoever is nobody’s is named', async () => {
  const { candidates, changes } = await assign('T1', '监考');
  expect(candidates.map(({ admissionNo, staffId }) => [admissionNo, staffId !== null])).toEqual([
    ['T1', true],
    ['T2', false],
    ['T3', false],
  ]);
  expect(changes).toMatchObject([{ by: '考务', proctor: '监考', candidates: 1 }]);
  expect(await unwatchedFor(desks.chief)).toEqual(['T2', 'T3']);
  expect(await unwatchedFor(desks.first)).toEqual([]);
  expect(await seenBy(desks.first)).toEqual(['T1']);
  expect(await seenBy(desks.second)).toEqual([]);
  for (const desk of [desks.chief, desks.observer]) expect(await seenBy(desk)).toEqual(['T1', 'T2', 'T3']);
});

test('[ASG-1] [SEC-1] every route and path that names a candidate is refused to another’s proctor', async () => {
  await desks.first.call('snapshot', { front: picture, rear: null }, { attemptId: wang.attemptId });
  const { events } = await desks.chief.call('attemptEvents', {}, { attemptId: wang.attemptId });
  const pictureId = String(events.find(({ kind }) => kind === 'snapshot')?.detail.front);
  const rows: [string, AccessRow][] = [
    ...Object.entries(routes).map(
      ([name, { method, path }]) => [`${method} ${path}`, routeAccess[name as RouteName]] as [string, AccessRow],
    ),
    ...Object.entries(fileAccess),
  ];
  const names = rows.filter(([key, { ofOwn }]) => ofOwn && /:(attemptId|pictureId)/.test(key));
  const forProctors = rows.filter(([key, { who }]) => who.includes('proctor') && /:(attemptId|pictureId)/.test(key));
  expect(names).toEqual(forProctors);
  for (const [key] of names) {
    const [method = '', path = ''] = key.split(' ');
    const url = path.replace(':attemptId', wang.attemptId).replace(':pictureId', pictureId).replace(/:\w+/g, 'nothing');
    const statusFor = async ({ token }: Desk) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const body = method === 'POST' ? '"nothing"' : null;
      return (await server.fetch(server.origin + url, { method, headers, body })).status;
    };
    expect([key, await statusFor(desks.second)]).toEqual([key, 403]);
    expect([key, await statusFor(desks.first)]).not.toEqual([key, 403]);
  }
  expect((await desks.second.call('attempts', {})).attempts).toEqual([]);
  expect((await desks.first.call('attempts', {})).attempts).toHaveLength(1);
});

test('[ASG-1] [SEC-1] the wall tells of a candidate whom it concerns, and a message to all goes to one’s own', async () => {
  const window = await server.connect('/candidate', wang.token);
  const { attemptId } = wang;
  await expect(desks.second.wall.request('message.send', { attemptId, text: '?' })).rejects.toEqual(refused);
  const opened = { viewId: 'view-2', attemptId, camera: 'front', peerId: null };
  await expect(desks.second.wall.request('view.open', opened)).rejects.toEqual(refused);

  for (const { heard } of Object.values(desks)) heard.length = 0;
  const told = Promise.all([desks.first, desks.chief].map(({ wall }) => wall.next('event.added')));
  const received = window.next<{ text: string; toAll: boolean }>('message');
  await desks.second.wall.request('message.send', { attemptId: null, text: '给第二组' });
  await desks.first.wall.request('message.send', { attemptId: null, text: '给第一组' });
  expect(await received).toMatchObject({ text: '给第一组', toAll: true });
  await told;
  await desks.second.wall.request('clock.ping');
  expect(desks.second.heard).toEqual([]);
  expect(desks.first.heard.filter((each) => each.startsWith('event'))).toEqual(['event.added message']);
});

test('[ASG-1] whoever is given to another proctor leaves the first one’s screen at once', async () => {
  const connected = desks.first.wall.next('camera.changed');
  const window = await server.connect('/candidate', wang.token);
  await connected;
  const opened = { viewId: 'view-1', attemptId: wang.attemptId, camera: 'front', peerId: null };
  const started = window.next('view.start');
  await desks.first.wall.request('view.open', opened);
  await started;
  const stopped = window.next('view.stop');
  const changed = Promise.all([desks.first, desks.second].map(({ wall }) => wall.next('wall.changed')));
  await assign('T1', '监考2');
  expect(await stopped).toEqual({ viewId: 'view-1' });
  await changed;
  expect([await seenBy(desks.first), await seenBy(desks.second)]).toEqual([[], ['T1']]);
  await expect(desks.first.wall.request('view.open', opened)).rejects.toEqual(refused);
});

test('[ASG-1] automatically, those without a proctor are shared out evenly, and it outlives a restart', async () => {
  const { proctors, candidates } = await organiser.call('assignAutomatically', {}, EXAMINATION);
  expect(candidates.every(({ staffId }) => staffId !== null)).toBe(true);
  // The third has no pass (QUA-1).
  expect(proctors.map(({ candidates: own }) => own).sort()).toEqual([0, 1, 2]);
  await server.down();
  await server.up();
  organiser = await staff(server, ORGANISER);
  expect((await view()).candidates).toEqual(candidates);
  desks.second = await openDesk(SECOND_PROCTOR);
  expect(await seenBy(desks.second)).toContain('T1');
  await expect(server.db.deleteFrom('assignment').execute()).rejects.toThrow(/never changed/);
});

test('[ASG-1] who is no proctor, or of another examination, cannot be assigned; when nobody is, all watch all', async () => {
  const [candidateId = ''] = (await view()).candidates.map((each) => each.candidateId);
  const notFound = expect.objectContaining({ reason: 'not_found' });
  await expect(
    organiser.call('assign', { candidateIds: [candidateId], staffId: 'nobody' }, EXAMINATION),
  ).rejects.toEqual(notFound);
  await expect(organiser.call('assign', { candidateIds: ['x'], staffId: null }, EXAMINATION)).rejects.toEqual(notFound);
  const candidateIds = (await view()).candidates.map((each) => each.candidateId);
  await organiser.call('assign', { candidateIds, staffId: null }, EXAMINATION);
  expect(await seenBy(desks.second)).toEqual(['T1', 'T2', 'T3']);
});
