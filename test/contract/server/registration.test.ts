import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pdf } from '../../../server/submitted-files/files.fixture.ts';
import { rawPaths } from '../../../shared/contract/http.ts';
import type { WallPlace } from '../../../shared/contract/views.ts';
import { MINUTE, TestServer } from './harness.ts';
import { chain, choose, enter, type SignedIn, signIn, staff } from './people.ts';
import { refusalOf, sha256, uploadsTo } from './resumable.ts';
import { CANDIDATES, ORGANISER } from './sample.ts';

let server: TestServer;
/** Theory from minute 10 to 30, skills from 35 to 55; a thesis all the time. T1 repeats the skills alone. */
beforeEach(async () => {
  server = await TestServer.start();
  await register('T1', 'skills');
});
afterEach(() => server.end());

const register = (admissionNo: string, ...kinds: string[]) =>
  server.db
    .updateTable('candidate')
    .set({ sessions_json: JSON.stringify(kinds) })
    .where('admission_no', '=', admissionNo)
    .execute();
const THEORY_OPEN = 11 * MINUTE;
const SKILLS_OPEN = 36 * MINUTE;
const ALL_OVER = 56 * MINUTE;
const THEORY = { sessionId: 'theory', epoch: 1, lastSeq: 0, responsesHash: '0'.repeat(64) };

const packageOf = async ({ token }: SignedIn, sessionId: string) => {
  const response = await server.fetch(server.origin + rawPaths.paperPackage + sessionId, {
    headers: { authorization: `Bearer ${token}` },
  });
  return response.ok ? 'sent' : ((await response.json()) as { reason: string }).reason;
};

describe('[REG-1] a session that the candidate is not registered for', () => {
  test('is not in the examination the window is given, and the sign-in opens with the first that is', async () => {
    const { examination } = (await signIn(server, 'wang')).reply;
    expect(examination.sessions.map(({ id }) => id)).toEqual(['skills']);
    expect((await signIn(server, 'li')).reply.examination.sessions.map(({ id }) => id)).toEqual([
      'theory',
      'skills',
      'review',
    ]);
  });

  test('gives neither its paper, nor its key, nor a receipt, to the candidate or a proctor', async () => {
    const candidate = await enter(server, 'wang');
    server.ahead = THEORY_OPEN;
    const refused = { reason: 'not_registered' };
    expect(await packageOf(candidate, 'theory')).toBe('not_registered');
    await expect(candidate.call('paperKey', {}, { sessionId: 'theory' })).rejects.toMatchObject(refused);
    await expect(candidate.call('handIn', THEORY)).rejects.toMatchObject(refused);
    const { call } = await staff(server);
    const place = { attemptId: candidate.attemptId, sessionId: 'theory' };
    await expect(call('collect', { reason: '违纪' }, place)).rejects.toMatchObject(refused);
    expect(await server.db.selectFrom('receipt').selectAll().execute()).toEqual([]);
  });

  test('starts for those who sit it: its key goes to nobody else who waits', async () => {
    const [wang, li] = await Promise.all([enter(server, 'wang'), enter(server, 'li')]);
    const lines = await Promise.all([wang, li].map(({ token }) => server.connect('/candidate', token)));
    for (const line of lines) await line.request('stage.report', { stage: 'waiting' });
    const sent = lines[1]?.next('paper.key');
    server.ahead = (li.reply.examination.sessions[0]?.startsAt ?? 0) - Date.now() - 1_000;
    await sent;
    const openings = await server.db.selectFrom('opening').select(['attempt_id', 'session_id']).execute();
    expect(openings).toEqual([{ attempt_id: li.attemptId, session_id: 'theory' }]);
  });

  test('takes no answer: it is evidence, and its like in an own session counts', async () => {
    const candidate = await enter(server, 'wang');
    server.ahead = SKILLS_OPEN;
    await candidate.call('paperKey', {}, { sessionId: 'skills' });
    const { request } = await server.connect('/candidate', candidate.token);
    const written = { type: 'response' as const, sessionId: 'skills', itemId: 's1' };
    const entries = await chain(
      candidate.attemptId,
      [choose('t1', 'a'), { ...written, value: { kind: 'text', text: '答' } }],
      { at: server.now() },
    );
    expect(await request('entries.append', { epoch: 1, entries })).toMatchObject({ cursor: 2 });
    const stored = await server.db.selectFrom('entry').select('verdict').orderBy('seq').execute();
    expect(stored.map(({ verdict }) => verdict)).toEqual(['not_registered', 'accepted']);
    expect(Object.keys((await candidate.call('answers', {})).state.responses)).toEqual(['s1']);
    const { call } = await staff(server);
    const { entries: late } = await call('lateEntries', {}, { attemptId: candidate.attemptId });
    expect(late).toMatchObject([{ verdict: 'not_registered', item: { number: 1 } }]);
  });

  test('takes no thesis', async () => {
    const candidate = await enter(server, 'wang');
    await expect(candidate.call('thesis', {}, { sessionId: 'review' })).rejects.toMatchObject({
      reason: 'not_registered',
    });
    const bytes = pdf(6);
    const described = { submissionId: 'x', sessionId: 'review', fileName: '论文.pdf', sha256: sha256(bytes) };
    const sent = uploadsTo(() => server, rawPaths.thesis).upload(bytes, candidate.token, described).done;
    expect(await sent.catch(refusalOf)).toMatchObject({ reason: 'not_registered' });
  });

  test('is none of the wall’s places while it runs: no items to answer, and told as not theirs', async () => {
    server.ahead = THEORY_OPEN;
    const { token } = await staff(server);
    const { places } = await (await server.connect('/staff', token)).request<{ places: WallPlace[] }>('wall.join');
    expect(places.slice(0, 2)).toMatchObject([
      { admissionNo: 'T1', sessions: ['skills'], items: 0 },
      { admissionNo: 'T2', sessions: ['theory', 'skills', 'review'], items: 2 },
    ]);
  });

  test('has no result: neither absent nor worth nothing, in the console as in the workbook', async () => {
    await enter(server, 'wang');
    server.ahead = ALL_OVER;
    const { call, token } = await staff(server, ORGANISER);
    const { candidates } = await call('examinationResults', {}, { examinationId: 'test' });
    const states = candidates.map(({ sessions }) => sessions.map(({ state }) => state));
    expect(states.slice(0, 2)).toEqual([
      ['not_registered', 'absent', 'not_registered'],
      ['absent', 'absent', 'absent'],
    ]);
    expect(candidates[0]?.sessions[0]).toMatchObject({ receiptNo: null, weighted: null });
    const book = await server.fetch(server.origin + rawPaths.resultsWorkbook, {
      headers: { authorization: `Bearer ${token}` },
    });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await book.arrayBuffer()) as never);
    const row = workbook.worksheets[0]?.getRow(2).values as unknown[];
    expect(row.filter((cell) => cell === '未报考' || cell === '缺考')).toEqual(['未报考', '缺考', '未报考']);
    const results = await (await staff(server)).call(
      'results',
      {},
      { attemptId: (await signIn(server, 'wang', 'computer-1', true)).attemptId },
    );
    expect(results.results.map(({ registered }) => registered)).toEqual([false, true, false]);
  });
});

test('[REG-1] whoever sits the thesis alone may sign in before any live session, and is asked for nothing else', async () => {
  await register(CANDIDATES.li.admissionNo, 'review');
  const { reply } = await signIn(server, 'li');
  expect(reply.examination.sessions).toMatchObject([{ id: 'review', mode: 'submission' }]);
});
