import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pdf } from '../../../server/submitted-files/files.fixture.ts';
import { rawPaths } from '../../../shared/contract/http.ts';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import type { GivenPoints, MarkingTask } from '../../../shared/contract/marking.ts';
import { MINUTE, TestServer } from './harness.ts';
import { chain, signIn, staff, type Who } from './people.ts';
import { sha256, uploadsTo } from './resumable.ts';
import { CANDIDATES, MARKERS, ORGANISER } from './sample.ts';
import { handInSkills, PLACE, sitSkills as sitSkillsAt, written } from './skills-sitting.ts';

// Whole sittings with several people: longer than most, above all on a busy machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let server: TestServer;
let markers: Map<number, HttpClient>;
beforeEach(async () => {
  server = await TestServer.start();
  markers = new Map();
});
afterEach(() => server.end());

const SKILLS_OVER = 56 * MINUTE;
const given = (points: number, comment = ''): GivenPoints => ({ points, criteria: {}, comment });
const sitSkills = (who: Who, ...texts: string[]) => sitSkillsAt(server, who, ...texts);

type Which = 1 | 2 | 3;
/** The line of one of the three markers, signed in when first needed. */
async function marker(number: Which): Promise<HttpClient> {
  const known = markers.get(number) ?? (await staff(server, MARKERS[number - 1])).call;
  markers.set(number, known);
  return known;
}
const next = async (number: Which): Promise<MarkingTask | null> =>
  (await (await marker(number))('nextResponse', PLACE)).task;
const give = async (number: Which, { code, responseHash }: MarkingTask, points: GivenPoints) =>
  (await marker(number))('giveMark', { ...points, responseHash }, { code });

/** Takes the next response, which must be there, and gives it these points. */
async function mark(number: Which, points: number, comment = ''): Promise<MarkingTask> {
  const task = await next(number);
  if (!task) throw new Error(`nothing for marker ${number}`);
  await give(number, task, given(points, comment));
  return task;
}

const resultsOf = async (admissionNo: string) => {
  const { call } = await staff(server, ORGANISER);
  const { candidates } = await call('examinationResults', {}, { examinationId: 'test' });
  return candidates.find((candidate) => candidate.admissionNo === admissionNo);
};
const skillsOf = async (admissionNo: string) => (await resultsOf(admissionNo))?.sessions[1];
const overviewOf = async (number: Which) => (await (await marker(number))('markingOverview', {})).sessions[0]?.items[0];

describe('a written answer', () => {
  test('[MARK-1] that two markers agree on is worth their mean, and its session is complete', async () => {
    await handInSkills(await sitSkills('wang', '答案'));
    expect(await skillsOf('T1')).toMatchObject({ state: 'pending', weighted: { score: null } });
    await mark(1, 3);
    expect(await skillsOf('T1')).toMatchObject({ state: 'pending', weighted: { score: null } });
    await mark(2, 4);
    expect(await skillsOf('T1')).toMatchObject({
      state: 'settled',
      weighted: { score: 70, components: [{ component: 'skills', earned: 3.5, possible: 5, pending: 0 }] },
    });
    expect(await next(3)).toBeNull();
  });

  test('[MARK-1] on which two differ by more than the limit goes to a third, and the two closest count', async () => {
    await handInSkills(await sitSkills('wang', '答案'));
    await mark(1, 1);
    await mark(2, 4.5);
    for (const reader of [1, 2] as const) expect(await next(reader)).toBeNull();
    expect(await overviewOf(3)).toMatchObject({ responses: 1, settled: 0, third: 1, forMe: 1 });
    await mark(3, 4);
    expect(await skillsOf('T1')).toMatchObject({ state: 'settled', weighted: { score: 85 } });
    expect(await overviewOf(3)).toMatchObject({ settled: 1, third: 0, forMe: 0, byMe: 1 });
  });

  test('[MARK-1] is not marked before its candidate has handed in', async () => {
    const sat = await sitSkills('wang', '答案');
    expect(await next(1)).toBeNull();
    expect(await overviewOf(1)).toMatchObject({ responses: 0 });
    await handInSkills(sat);
    expect(await next(1)).not.toBeNull();
  });

  test('[MARK-1] left blank is worth nothing without a marker', async () => {
    await handInSkills(await sitSkills('wang', ' \n'));
    expect(await next(1)).toBeNull();
    expect(await skillsOf('T1')).toMatchObject({ state: 'settled', weighted: { score: 0 } });
  });

  test('[MARK-2] that changes because entries made in time came late is marked anew', async () => {
    const sat = await sitSkills('wang', '先写的');
    server.ahead = SKILLS_OVER;
    await expect.poll(() => next(1), { timeout: 5_000 }).not.toBeNull();
    await mark(1, 5);
    const held = await next(2);
    const before = sat.entries.at(-1);
    const late = await chain(sat.attemptId, [written('截止前改写的')], {
      at: (before?.at ?? 0) + MINUTE,
      ...(before ? { after: before } : {}),
    });
    const { request } = await server.connect('/candidate', sat.token);
    await request('entries.append', { epoch: 1, entries: late });

    await expect(give(2, held as MarkingTask, given(5))).rejects.toMatchObject({ reason: 'response_changed' });
    expect(await next(2)).toMatchObject({ code: held?.code, response: { value: { text: '截止前改写的' } } });
    await mark(2, 2);
    // The first mark was for another text: the same marker reads the new one.
    await mark(1, 2);
    expect(await skillsOf('T1')).toMatchObject({ state: 'settled', weighted: { score: 40 } });
  });
});

describe('a marker', () => {
  test('[MARK-1] is told nothing of whose response it is, nor of other marks', async () => {
    const sat = await sitSkills('wang', '答案');
    await handInSkills(sat);
    await mark(1, 1, '漏了要点');
    await mark(2, 4, '完整');
    const replies = JSON.stringify([
      await (await marker(3))('markingOverview', {}),
      await (await marker(3))('markingMaterial', PLACE),
      await (await marker(3))('nextResponse', PLACE),
    ]);
    const { name, admissionNo, identityNo } = CANDIDATES.wang;
    for (const secret of [name, `"${admissionNo}"`, identityNo, sat.attemptId, '漏了要点', '完整', '阅卷1']) {
      expect([secret, replies.includes(secret)]).toEqual([secret, false]);
    }
    const task = await next(3);
    expect(Object.keys(task ?? {}).sort()).toEqual(['code', 'mine', 'response', 'responseHash', 'until']);
    expect(task).toMatchObject({ mine: null, response: { kind: 'written', value: { kind: 'text', text: '答案' } } });
  });

  test('[MARK-1] never shares a reading with another, and keeps the response that is not finished', async () => {
    await handInSkills(await sitSkills('wang', '答案'));
    const tasks = await Promise.all([next(1), next(2), next(3)]);
    expect(tasks.filter((task) => task !== null)).toHaveLength(2);
    const again = await Promise.all([next(1), next(2), next(3)]);
    expect(again.map((task) => task?.code)).toEqual(tasks.map((task) => task?.code));
  });

  test('loses a response kept too long to whoever takes it, and is told so', async () => {
    await handInSkills(await sitSkills('wang', '答案'));
    const slow = (await next(1)) as MarkingTask;
    await next(2);
    expect(await next(3)).toBeNull();
    server.ahead += 31 * MINUTE;
    await mark(3, 4);
    await expect(give(1, slow, given(4))).rejects.toMatchObject({ reason: 'response_not_claimed' });
  });

  test('who takes long, but from whom nobody took it, loses nothing', async () => {
    await handInSkills(await sitSkills('wang', '答案'));
    const slow = (await next(1)) as MarkingTask;
    server.ahead += 31 * MINUTE;
    await give(1, slow, given(4));
    expect(await overviewOf(1)).toMatchObject({ byMe: 1, forMe: 0 });
  });

  test('[MARK-2] marks a response once: a second time is a correction, and only until it is settled', async () => {
    await handInSkills(await sitSkills('wang', '答案'));
    const task = await mark(1, 3, '第一次');
    expect(await next(1)).toBeNull();
    expect(await (await marker(1))('markedResponse', {}, { code: task.code })).toMatchObject({
      mine: { points: 3, comment: '第一次' },
    });
    await give(1, task, given(2, '看错了'));
    expect(await skillsOf('T1')).toMatchObject({ state: 'pending' });
    await mark(2, 2);
    await expect(give(1, task, given(5))).rejects.toMatchObject({ reason: 'response_settled' });
    expect(await skillsOf('T1')).toMatchObject({ state: 'settled', weighted: { score: 40 } });
    const { call } = await staff(server, ORGANISER);
    const candidateId = (await resultsOf('T1'))?.candidateId ?? '';
    const { items } = await call('candidateResults', {}, { candidateId });
    expect(items[0]?.items[0]).toMatchObject({
      ...{ state: 'settled', earned: 2, code: task.code },
      marks: [
        { round: 1, marker: '阅卷1', points: 3, comment: '第一次', counts: false },
        { round: 1, marker: '阅卷1', points: 2, comment: '看错了', counts: true },
        { round: 2, marker: '阅卷2', points: 2, counts: true },
      ],
    });
  });

  test('is refused points the item does not have, a response not given to them, and one that does not exist', async () => {
    await handInSkills(await sitSkills('wang', '答案'));
    const task = (await next(1)) as MarkingTask;
    for (const points of [5.5, -1, 0.25]) {
      await expect(give(1, task, given(points))).rejects.toMatchObject({
        reason: 'mark_invalid',
        params: { points: 5 },
      });
    }
    await expect(give(1, task, { ...given(2), criteria: { other: 2 } })).rejects.toMatchObject({
      reason: 'mark_invalid',
    });
    await expect(give(2, task, given(2))).rejects.toMatchObject({ reason: 'response_not_claimed' });
    await expect((await marker(2))('markedResponse', {}, { code: task.code })).rejects.toMatchObject({
      reason: 'not_found',
    });
    await expect(give(1, { ...task, code: '222222' }, given(2))).rejects.toMatchObject({ reason: 'not_found' });
    await expect((await marker(1))('nextResponse', { sessionId: 'theory', itemId: 't1' })).rejects.toMatchObject({
      reason: 'not_found',
    });
  });
});

test('[MARK-1] a thesis is marked as a file, once its last day is over, and its name tells nobody', async () => {
  const sat = await signIn(server, 'wang');
  const { upload } = uploadsTo(() => server, rawPaths.thesis);
  const send = (submissionId: string, bytes: Buffer) =>
    upload(bytes, sat.token, { submissionId, sessionId: 'review', fileName: '王一的论文.pdf', sha256: sha256(bytes) })
      .done;
  await send('first', pdf(6));
  await send('second', pdf(7));
  const place = { sessionId: 'review', itemId: 'r1' };
  const nextFile = async (number: Which) => (await (await marker(number))('nextResponse', place)).task as MarkingTask;
  expect(await nextFile(1)).toBeNull();
  const { ends_at } = await server.db
    .selectFrom('session')
    .select('ends_at')
    .where('id', '=', 'review')
    .executeTakeFirstOrThrow();
  server.ahead = ends_at - Date.now() + MINUTE;

  markers.clear();
  const task = await nextFile(1);
  expect(task.response).toEqual({
    kind: 'file',
    submissionId: 'second',
    format: 'pdf',
    bytes: pdf(7).length,
    pages: 7,
  });
  expect(JSON.stringify(task)).not.toContain('王一');
  await give(1, task, given(80));
  await give(2, await nextFile(2), given(90));
  const thesis = (await resultsOf('T1'))?.sessions[2];
  expect(thesis).toMatchObject({ state: 'settled', receiptNo: expect.stringMatching(/^YK-/) });
  expect(thesis?.weighted?.components).toEqual([{ component: 'review', earned: 85, possible: 100, pending: 0 }]);
  expect((await resultsOf('T2'))?.sessions[2]).toMatchObject({ state: 'absent' });
});

test('[MARK-2] marks and annotations are kept as they were written', async () => {
  await handInSkills(await sitSkills('wang', '答案'));
  await mark(1, 3);
  await expect(server.db.updateTable('mark').set({ points: 5 }).execute()).rejects.toThrow(/kept as they are/);
  await expect(server.db.deleteFrom('mark').execute()).rejects.toThrow(/kept as they are/);
});

describe('the results', () => {
  test('tell who was absent, who is not done yet, and what adjudication wrote', async () => {
    const { attemptId } = await sitSkills('wang', '答案');
    await signIn(server, 'li');
    expect(await resultsOf('T2')).toMatchObject({
      sessions: [{ state: 'absent' }, { state: 'ahead' }, { state: 'ahead' }],
    });
    server.ahead = SKILLS_OVER;
    await expect.poll(async () => (await skillsOf('T1'))?.state, { timeout: 5_000 }).toBe('pending');
    await server.db
      .insertInto('result_annotation')
      .values({ attempt_id: attemptId, session_id: 'skills', text: '违纪：离开座位', by_name: '审核', at: 1 })
      .execute();
    expect(await skillsOf('T1')).toMatchObject({ annotations: [{ text: '违纪：离开座位', by: '审核', at: 1 }] });
    for (const admissionNo of ['T2', 'T3']) {
      expect(await skillsOf(admissionNo)).toMatchObject({ state: 'absent', receiptNo: null, weighted: null });
    }
    const proctor = await staff(server);
    const { results } = await proctor.call('results', {}, { attemptId });
    expect(results).toMatchObject([
      { sessionId: 'theory', receipt: null, weighted: null },
      { sessionId: 'skills', score: { pendingMarking: 5 }, weighted: { score: null, components: [{ pending: 5 }] } },
      { sessionId: 'review', receipt: null, weighted: null },
    ]);
  });

  test('are a workbook with a sheet a level', async () => {
    await handInSkills(await sitSkills('wang', '答案'));
    await mark(1, 4);
    await mark(2, 5);
    server.ahead = SKILLS_OVER;
    const { token } = await staff(server, ORGANISER);
    const read = async (language: string) => {
      const response = await server.fetch(`${server.origin}${rawPaths.resultsWorkbook}?language=${language}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load((await response.arrayBuffer()) as never);
      const rows = workbook.getWorksheet('测试三级')?.getRows(1, 4) ?? [];
      return rows.map(({ values }) => (values as unknown[]).slice(1));
    };
    const [head, ...rows] = await read('zh-CN');
    expect(head).toEqual([
      ...['序号', '准考证号', '姓名', 'theory得分（满分 3，权重 100%）', '理论 成绩（百分制）', '理论 待阅分值'],
      ...['理论 状态', '理论 标注', 'skills得分（满分 5，权重 100%）', '技能 成绩（百分制）', '技能 待阅分值'],
      ...['技能 状态', '技能 标注', '论文 成绩（百分制）', '论文 待阅分值', '论文 状态', '论文 标注'],
    ]);
    const notSat = [undefined, undefined, undefined];
    expect(rows[0]?.slice(0, 13)).toEqual([1, 'T1', '王一', ...notSat, '缺考', '', 4.5, 90, 0, '已完成', '']);
    expect(rows[1]?.slice(0, 3)).toEqual([2, 'T2', '李二']);
    expect((await read('en'))[0]?.slice(0, 3)).toEqual(['No.', 'Admission no.', 'Name']);
  });
});
