import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import { workOf } from '../../../shared/domain/proof-of-work.ts';
import { MINUTE, TestServer } from './harness.ts';
import { chain, choose, type SignedIn, sitTheory, staff } from './people.ts';
import { CANDIDATES, CHIEF, MARKERS, ORGANISER, PROCTOR, REVIEWERS } from './sample.ts';

// One examination from its papers to the correction of what was published: each test goes on from the one before.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let server: TestServer;
let wang: SignedIn;
let call: Record<'organiser' | 'proctor' | 'reviewer' | 'chief', HttpClient>;
const EXAMINATION = { examinationId: 'test' };
const NOBODY = { unmarked: 0, openCases: 0 };

beforeAll(async () => {
  server = await TestServer.start();
  const accounts = { organiser: ORGANISER, proctor: PROCTOR, reviewer: REVIEWERS[0], chief: CHIEF };
  const signedIn = Object.entries(accounts).map(async ([who, account]) => [who, (await staff(server, account)).call]);
  call = Object.fromEntries(await Promise.all(signedIn));
  wang = await sitTheory(server);
  const { request } = await server.connect('/candidate', wang.token);
  const theory = await chain(wang.attemptId, [choose('t1', 'a')], { at: server.now() });
  await request('entries.append', { epoch: 1, entries: theory });
  server.ahead = 36 * MINUTE;
  await wang.call('paperKey', {}, { sessionId: 'skills' });
  const value = { kind: 'text', text: '答案' } as const;
  const skills = [{ type: 'response', sessionId: 'skills', itemId: 's1', value }] as const;
  const [before] = theory;
  const entries = await chain(wang.attemptId, skills, { at: server.now(), ...(before && { after: before }) });
  await request('entries.append', { epoch: 1, entries });
});
afterAll(() => server.end());

const refused = (reason: string, params: object = {}) => expect.objectContaining({ reason, params });
const publish = (visibleFrom: number, reason = '') =>
  call.organiser('publishResults', { visibleFrom, reason }, EXAMINATION);
const overview = () => call.organiser('publications', {}, EXAMINATION);

/** As the page does: works for a challenge, and asks. */
async function ask(admissionNo: string, identityNo: string) {
  const { challenge } = await server.http()('resultChallenge', {});
  const isWork = workOf({ challenge, bound: [admissionNo, identityNo] });
  let counter = 0;
  while (!isWork(counter)) counter += 1;
  return server.http()('queryResult', { challenge, counter, admissionNo, identityNo });
}
const askWang = () => ask(CANDIDATES.wang.admissionNo, CANDIDATES.wang.identityNo);

test('[RES-1] nothing is published before the last session is over', async () => {
  const { endsAt } = await overview();
  await expect(publish(0, '先公布')).rejects.toEqual(refused('too_early', { at: endsAt }));
  server.ahead += endsAt - server.now() + MINUTE;
  await expect.poll(async () => (await overview()).lacks.unmarked, { timeout: 5_000 }).toBe(1);
});

test('[RES-1] where answers are not marked it is told whose, and refused without a reason', async () => {
  const { lacks, publications, holding } = await overview();
  expect(lacks).toEqual({
    ...{ unmarked: 1, openCases: 0 },
    first: [{ kind: 'unmarked', sessionId: 'skills', admissionNo: 'T1', name: '王一' }],
  });
  expect([publications, holding]).toEqual([[], null]);
  await expect(publish(0)).rejects.toEqual(refused('results_incomplete', { ...NOBODY, unmarked: 1 }));
  expect((await overview()).publications).toEqual([]);
});

test('[RES-2] before the date it is told when, and from the date on what each session came to', async () => {
  expect(await askWang()).toMatchObject({ result: null, visibleFrom: null, dutyPhone: '1', complaintPhone: '2' });
  const visibleFrom = server.now() + 60 * MINUTE;
  await publish(visibleFrom, '其余先行公布');
  expect(await askWang()).toMatchObject({ result: null, visibleFrom });
  server.ahead += 60 * MINUTE;
  const { result, corrected } = await askWang();
  expect(corrected).toBe(false);
  expect(result).toMatchObject({ name: '王一', occupation: '测试', level: '三级' });
  expect(result?.sessions).toEqual([
    {
      ...{ sessionId: 'theory', title: '理论', state: 'settled', score: 33.33, annotations: [] },
      components: [{ title: 'theory', points: 3, weight: 100, earned: 1 }],
    },
    { sessionId: 'skills', title: '技能', state: 'unmarked', score: null, components: [], annotations: [] },
    { sessionId: 'review', title: '论文', state: 'absent', score: null, components: [], annotations: [] },
  ]);
});

test('[RES-1] marks and cases change nothing of what was published, until a correction that gives its reason', async () => {
  for (const account of MARKERS.slice(0, 2)) {
    const marker = (await staff(server, account)).call;
    const { task } = await marker('nextResponse', { sessionId: 'skills', itemId: 's1' });
    const { code = '', responseHash = '' } = task ?? {};
    await marker('giveMark', { points: 4, criteria: {}, comment: '', responseHash }, { code });
  }
  const now = server.now();
  const what = { sessionId: 'theory', kind: 'no_face' as const, from: now - MINUTE, until: now, findings: [] };
  const reported = await call.proctor('reportCase', { report: what, text: '离座' }, { attemptId: wang.attemptId });
  const seen = await askWang();
  expect(seen.result?.sessions.map(({ state }) => state)).toEqual(['settled', 'unmarked', 'absent']);
  expect(await overview()).toMatchObject({ changed: 1, lacks: { unmarked: 0, openCases: 1 }, holding: 1 });

  await publish(0, '阅卷完成').then(({ holding }) => expect(holding).toBe(2));
  expect((await askWang()).result?.sessions.slice(0, 2)).toMatchObject([
    { state: 'under_review', score: null, components: [] },
    { state: 'settled', score: 80 },
  ]);

  const verdict = { verdict: 'sustained', ground: 'r5.left_seat', text: '离座四分钟' } as const;
  await call.reviewer('judgeCase', verdict, { caseId: reported.caseId });
  await call.chief('decideCase', { ...verdict, text: '属实' }, { caseId: reported.caseId });
  await expect(publish(0)).rejects.toEqual(refused('results_incomplete', NOBODY));
  await publish(0, '案件审结');
  const { result, corrected } = await askWang();
  expect(corrected).toBe(true);
  // Annotated, not altered (notice section 4.3).
  expect(result?.sessions[0]).toMatchObject({
    ...{ state: 'settled', score: 33.33 },
    annotations: [{ text: '违纪：第5条 逃避监考：离座。属实' }],
  });
  expect(JSON.stringify(result)).not.toContain('主考');
  expect(await overview()).toMatchObject({ changed: 0, intact: true, holding: 3 });
});

test('[RES-1] what was published is neither changed nor removed, and who and when is told', async () => {
  const { publications } = await overview();
  expect(
    publications.map(({ seq, by, reason, unmarked, openCases, candidates }) => [
      ...[seq, by.name, reason, unmarked, openCases, candidates],
    ]),
  ).toEqual([
    [3, '考务', '案件审结', 0, 0, 3],
    [2, '考务', '阅卷完成', 0, 1, 3],
    [1, '考务', '其余先行公布', 1, 0, 3],
  ]);
  for (const table of ['publication', 'published_result'] as const) {
    await expect(server.db.updateTable(table).set({ seq: 9 }).execute()).rejects.toThrow(/corrected by a later/);
    await expect(server.db.deleteFrom(table).execute()).rejects.toThrow(/corrected by a later/);
  }
});

test('[RES-2] it is not told which of the two numbers is wrong', async () => {
  const { wang: own, li } = CANDIDATES;
  const answers = new Set<string>();
  const wrong = async (admissionNo: string, identityNo: string) => {
    const failure = await ask(admissionNo, identityNo).catch(({ reason, params }) => ({ reason, params }));
    answers.add(JSON.stringify(failure));
  };
  await wrong(own.admissionNo, li.identityNo);
  await wrong('T9', own.identityNo);
  await wrong(own.admissionNo, 'no number');
  await wrong(' ', ' ');
  expect([...answers]).toEqual([JSON.stringify({ reason: 'numbers_wrong', params: {} })]);
  // Full-width digits and spaces are the same number.
  expect((await ask(' Ｔ1', ' 210102 19900101 0007')).result?.name).toBe('王一');
});
