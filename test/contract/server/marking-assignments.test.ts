import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pdf } from '../../../server/submitted-files/files.fixture.ts';
import { rawPaths } from '../../../shared/contract/http.ts';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import type { MarkingTask } from '../../../shared/contract/marking.ts';
import { TestServer } from './harness.ts';
import { signIn, staff } from './people.ts';
import { sha256, uploadsTo } from './resumable.ts';
import { MARKERS, ORGANISER } from './sample.ts';
import { handInSkills, PLACE, sitSkills } from './skills-sitting.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let server: TestServer;
let organiser: HttpClient;
beforeEach(async () => {
  server = await TestServer.start();
  organiser = (await staff(server, ORGANISER)).call;
});
afterEach(() => server.end());

const overview = () => organiser('markingAssignments', {});
const skills = async () => (await overview()).examinations[0]?.sessions.find(({ sessionId }) => sessionId === 'skills');
const markerId = async (number: number) => (await overview()).markers[number - 1]?.id ?? '';
const assign = async (number: number, assigned: boolean, ...sessionIds: string[]) =>
  organiser('assignMarker', { markerId: await markerId(number), sessionIds, assigned });
const marker = async (number: number) => staff(server, MARKERS[number - 1]);
const take = async (call: HttpClient): Promise<MarkingTask> => {
  const { task } = await call('nextResponse', PLACE);
  if (!task) throw new Error('nothing to mark');
  return task;
};
const mark = async (number: number, points: number) => {
  const { call } = await marker(number);
  const { code, responseHash } = await take(call);
  await call('giveMark', { points, criteria: {}, comment: '', responseHash }, { code });
};
const NOT_ASSIGNED = { reason: 'not_assigned' };

describe('[MARK-3] a marker', () => {
  test('is shown and handed only what is assigned to them', async () => {
    await handInSkills(await sitSkills(server, 'wang', '答案'));
    await assign(1, false, 'skills');
    const { call } = await marker(1);
    const { sessions } = await call('markingOverview', {});
    expect(sessions.map(({ sessionId }) => sessionId)).toEqual(['review']);
    await expect(call('nextResponse', PLACE)).rejects.toMatchObject(NOT_ASSIGNED);
    await expect(call('markingMaterial', PLACE)).rejects.toMatchObject(NOT_ASSIGNED);
    await assign(1, true, 'skills');
    expect(await call('nextResponse', PLACE)).toMatchObject({ left: 1, task: { response: { kind: 'written' } } });
  });

  test('who is taken off gives back what they read, and neither reads nor corrects it any more', async () => {
    await handInSkills(await sitSkills(server, 'wang', '答案'));
    const one = (await marker(1)).call;
    const task = await take(one);
    await take((await marker(2)).call);
    const three = (await marker(3)).call;
    expect((await three('nextResponse', PLACE)).task).toBeNull();
    await assign(1, false, 'skills');
    const points = { points: 3, criteria: {}, comment: '', responseHash: task.responseHash };
    await expect(one('giveMark', points, { code: task.code })).rejects.toMatchObject(NOT_ASSIGNED);
    await expect(one('markedResponse', {}, { code: task.code })).rejects.toMatchObject(NOT_ASSIGNED);
    expect((await three('nextResponse', PLACE)).task?.code).toBe(task.code);
  });

  test('who is taken off has marked what they marked: it counts, and is told to the organiser', async () => {
    await handInSkills(await sitSkills(server, 'wang', '答案'));
    await mark(1, 3);
    await assign(1, false, 'skills');
    await mark(2, 4);
    const id = await markerId(1);
    expect(await skills()).toMatchObject({ progress: { twice: 1, stuck: 0 } });
    expect((await skills())?.markers).toContainEqual({ markerId: id, assigned: false, read: 1, forThem: 0 });
  });

  test('opens theses of assigned sessions only', async () => {
    const { token } = await signIn(server, 'wang');
    const metadata = { submissionId: 'thesis-1', sessionId: 'review', fileName: '论文.pdf', sha256: sha256(pdf(6)) };
    await uploadsTo(() => server, rawPaths.thesis).upload(pdf(6), token, metadata).done;
    const { token: markerToken } = await marker(1);
    const status = async () => {
      const headers = { authorization: `Bearer ${markerToken}` };
      return (await server.fetch(`${server.origin}${rawPaths.thesisContent}thesis-1`, { headers })).status;
    };
    expect(await status()).toBe(200);
    await assign(1, false, 'review');
    expect(await status()).toBe(403);
  });
});

describe('[MARK-3] the organiser', () => {
  test('sees how far each session is, who read how much, and what those assigned cannot settle', async () => {
    expect(await skills()).toMatchObject({ items: 1, progress: { responses: 0, stuck: 0 } });
    await handInSkills(await sitSkills(server, 'wang', '答案'));
    await handInSkills(await sitSkills(server, 'li', '另一份'));
    await assign(3, false, 'skills');
    expect((await skills())?.progress).toMatchObject({ responses: 2, unread: 2, stuck: 0 });
    const [first, second] = [(await marker(1)).call, (await marker(2)).call];
    const give = async (call: HttpClient, { code, responseHash }: MarkingTask, points: number) =>
      call('giveMark', { points, criteria: {}, comment: '', responseHash }, { code });
    await give(first, await take(first), 1);
    expect((await skills())?.progress).toMatchObject({ unread: 1, once: 1, stuck: 0 });
    for (let read = 0; read < 2; read += 1) await give(second, await take(second), 5);
    const after = await skills();
    expect(after?.progress).toEqual({ responses: 2, unread: 0, once: 1, twice: 0, third: 1, thrice: 0, stuck: 1 });
    expect(after?.markers.map(({ read, forThem }) => [read, forThem])).toEqual([
      [1, 1],
      [2, 0],
    ]);
    await mark(1, 5);
    await assign(3, true, 'skills');
    expect((await skills())?.progress.stuck).toBe(0);
    await mark(3, 4.5);
    expect((await skills())?.progress).toMatchObject({ once: 0, twice: 1, third: 0, thrice: 1, stuck: 0 });
  });

  test('is told that nobody is assigned, and that one alone is too few', async () => {
    await handInSkills(await sitSkills(server, 'wang', '答案'));
    for (const number of [1, 2, 3]) await assign(number, false, 'skills', 'review');
    expect(await skills()).toMatchObject({ markers: [], progress: { unread: 1, stuck: 1 } });
    await assign(2, true, 'skills');
    expect(await skills()).toMatchObject({ markers: [{ forThem: 1 }], progress: { stuck: 1 } });
  });

  test('leaves a trail of every change and of nothing else, which cannot be altered', async () => {
    const before = await server.db.selectFrom('marking_assignment').selectAll().execute();
    expect(before.map(({ by_id }) => by_id)).toEqual(Array(9).fill(null));
    for (const assigned of [true, false, false, true]) await assign(1, assigned, 'skills', 'skills');
    const rows = await server.db.selectFrom('marking_assignment').selectAll().orderBy('position').execute();
    const login = await server.db.selectFrom('staff').select('id').where('login', '=', ORGANISER.login).execute();
    expect(rows.slice(9).map(({ assigned, by_id }) => [assigned, by_id])).toEqual([
      [0, login[0]?.id],
      [1, login[0]?.id],
    ]);
    await expect(server.db.deleteFrom('marking_assignment').execute()).rejects.toThrow(/kept as they are/);
  });

  test('cannot assign whoever is no marker, nor to what is no session', async () => {
    const { id } = await server.db
      .selectFrom('staff')
      .select('id')
      .where('role', '=', 'proctor')
      .executeTakeFirstOrThrow();
    const nobody = { markerId: id, sessionIds: ['skills'], assigned: true };
    await expect(organiser('assignMarker', nobody)).rejects.toMatchObject({ reason: 'not_found' });
    await expect(assign(1, false, 'skills', 'elsewhere')).rejects.toMatchObject({ reason: 'not_found' });
    expect((await skills())?.markers).toHaveLength(3);
  });
});
