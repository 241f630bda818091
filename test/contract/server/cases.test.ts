import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Case } from '../../../shared/contract/cases.ts';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import { TestServer } from './harness.ts';
import { chain, type SignedIn, sitTheory, staff } from './people.ts';
import { CHIEF, ORGANISER, PROCTOR, REVIEWERS } from './sample.ts';

let server: TestServer;
let wang: SignedIn;
let call: Record<'proctor' | 'first' | 'second' | 'chief' | 'organiser', HttpClient>;

const LEFT = { verdict: 'sustained', ground: 'r5.left_seat', text: '离座四分钟' } as const;
const UNCLEAR = { verdict: 'dismissed', ground: 'evidence.unclear', text: '画面不清' } as const;

beforeAll(async () => {
  server = await TestServer.start();
  wang = await sitTheory(server);
  const accounts = { proctor: PROCTOR, first: REVIEWERS[0], second: REVIEWERS[1], chief: CHIEF, organiser: ORGANISER };
  const signedIn = Object.entries(accounts).map(async ([who, account]) => [who, (await staff(server, account)).call]);
  call = Object.fromEntries(await Promise.all(signedIn));
}, 60_000);
afterAll(() => server.end());

const report = async (who: HttpClient = call.proctor): Promise<Case> => {
  const now = server.now();
  await call.proctor('flag', { kind: 'manual', note: '离座' }, { attemptId: wang.attemptId });
  const { events } = await call.proctor('attemptEvents', {}, { attemptId: wang.attemptId });
  const findings = events.filter(({ kind }) => kind === 'manual').map(({ id }) => id);
  const what = { sessionId: 'theory', kind: 'no_face' as const, from: now - 60_000, until: now, findings };
  return who('reportCase', { report: what, text: '离座' }, { attemptId: wang.attemptId });
};
/** What was written beside the score since this was last asked. */
let read = 0;
const annotations = async () => {
  const { results } = await call.first('results', {}, { attemptId: wang.attemptId });
  const all = results.flatMap((result) => result.annotations.map(({ text, by }) => ({ text, by })));
  const added = all.slice(read);
  read = all.length;
  return added;
};
const latest = async () => (await call.chief('cases', {})).cases[0];
const refused = (reason: string) => expect.objectContaining({ reason });

test('[EVI-2] goes from report to reviewer to chief, and is written beside the score', async () => {
  const { caseId, report: kept, standing } = await report();
  expect(standing).toEqual({ state: 'reviewer', verdict: null, ground: null, round: 1 });
  expect(kept.findings.length).toBeGreaterThan(0);
  await call.first('judgeCase', LEFT, { caseId });
  expect(await annotations()).toEqual([]);
  const closed = await call.chief('decideCase', { ...LEFT, text: '属实' }, { caseId });
  expect(closed.standing).toEqual({ state: 'closed', verdict: 'sustained', ground: 'r5.left_seat', round: 1 });
  expect(closed.steps.map(({ step, by }) => [step.kind, by.name, by.role])).toEqual([
    ['reported', '监考', 'proctor'],
    ['judged', '审核1', 'reviewer'],
    ['decided', '主考', 'chief'],
  ]);
  expect(await annotations()).toEqual([{ text: '违纪：第5条 逃避监考：离座。属实', by: '主考' }]);
  expect(await latest()).toMatchObject({ caseId, candidate: { name: '王一' }, intact: true });
});

test('[EVI-2] a second reviewer is another person, and nobody decides alone', async () => {
  const { caseId } = await report();
  await call.first('passOnCase', { text: '看不清' }, { caseId });
  await expect(call.first('judgeCase', LEFT, { caseId })).rejects.toEqual(refused('case_needs_another'));
  await expect(call.chief('decideCase', LEFT, { caseId })).rejects.toEqual(refused('case_not_waiting'));
  await call.second('judgeCase', LEFT, { caseId });
  const own = await report(call.chief);
  await call.first('judgeCase', LEFT, { caseId: own.caseId });
  await expect(call.chief('decideCase', LEFT, { caseId: own.caseId })).rejects.toEqual(refused('case_needs_another'));
});

test('[EVI-2] an appeal reopens it with its history, and what was annotated is taken back, not removed', async () => {
  await annotations();
  const { caseId } = await report();
  await call.first('judgeCase', LEFT, { caseId });
  await expect(call.organiser('appealCase', { text: '申诉' }, { caseId })).rejects.toEqual(refused('case_not_waiting'));
  await call.chief('decideCase', LEFT, { caseId });
  const reopened = await call.organiser('appealCase', { text: '考生申诉：去关窗' }, { caseId });
  expect(reopened.standing).toMatchObject({ state: 'reviewer', round: 2 });
  await expect(call.first('judgeCase', UNCLEAR, { caseId })).rejects.toEqual(refused('case_needs_another'));
  await call.second('judgeCase', UNCLEAR, { caseId });
  const closed = await call.chief('decideCase', UNCLEAR, { caseId });
  expect(closed.steps.map(({ step }) => step.kind)).toEqual([
    ...['reported', 'judged', 'decided', 'appealed', 'judged', 'decided'],
  ]);
  expect((await annotations()).map(({ text }) => text.slice(0, 3))).toEqual(['违纪：', '复核后']);
});

test('[EVI-2] without four eyes a reviewer has the last word', async () => {
  await annotations();
  await server.db.updateTable('examination').set({ four_eyes: 0 }).execute();
  const { caseId } = await report();
  await server.db.updateTable('examination').set({ four_eyes: 1 }).execute();
  expect((await call.first('judgeCase', LEFT, { caseId })).standing.state).toBe('closed');
  expect(await annotations()).toHaveLength(1);
});

test('what was reported and what was cleared are counted against the kind that was found, and flags are not', async () => {
  const entries = await chain(
    wang.attemptId,
    ['a', 'b', 'c', 'd'].map((owner) => ({
      type: 'violation',
      kind: 'app_switch',
      durationMs: 2_000,
      detail: { owner },
    })),
    { at: server.now() },
  );
  const { request } = await server.connect('/candidate', wang.token);
  await request('entries.append', { epoch: 1, entries });
  const params = { attemptId: wang.attemptId };
  const { events } = await call.proctor('attemptEvents', {}, params);
  const found = events.filter(({ kind }) => kind === 'app_switch').map(({ id }) => id);
  const decided = async () => (await call.proctor('findingDecisions', {})).kinds;
  expect(await decided()).toEqual([{ kind: 'app_switch', confirmed: 0, cleared: 0 }]);

  const [first = '', second = '', third = '', fourth = ''] = found;
  const clear = (eventId: string, cleared: boolean) =>
    call.proctor('clearFinding', { cleared, reason: '系统弹窗' }, { ...params, eventId });
  await clear(first, true);
  await clear(second, true);
  await clear(second, false);
  const now = server.now();
  const what = { sessionId: 'theory', kind: 'app_switch' as const, from: now - 60_000, until: now };
  await call.proctor('reportCase', { report: { ...what, findings: [second, third] }, text: '切换' }, params);
  const dismissed = await call.proctor('reportCase', { report: { ...what, findings: [fourth] }, text: '切换' }, params);
  expect(await decided()).toEqual([{ kind: 'app_switch', confirmed: 3, cleared: 1 }]);
  await call.first('judgeCase', UNCLEAR, { caseId: dismissed.caseId });
  expect(await decided()).toEqual([{ kind: 'app_switch', confirmed: 2, cleared: 2 }]);
});

test('what is not this attempt’s, or no ground of the verdict, is refused', async () => {
  const { caseId, report: what } = await report();
  const params = { attemptId: wang.attemptId };
  const elsewhere = { ...what, sessionId: 'elsewhere' };
  await expect(call.proctor('reportCase', { report: elsewhere, text: '?' }, params)).rejects.toEqual(
    refused('not_found'),
  );
  const others = { ...what, findings: ['another'] };
  await expect(call.proctor('reportCase', { report: others, text: '?' }, params)).rejects.toEqual(refused('not_found'));
  await expect(call.first('judgeCase', { ...LEFT, ground: 'evidence.unclear' }, { caseId })).rejects.toEqual(
    refused('bad_request'),
  );
  await expect(call.first('judgeCase', LEFT, { caseId: 'nothing' })).rejects.toEqual(refused('not_found'));
});

test('[EVI-2] two steps at the same moment are taken one after the other', async () => {
  const { caseId } = await report();
  const both = await Promise.allSettled([
    call.first('passOnCase', { text: '?' }, { caseId }),
    call.second('passOnCase', { text: '?' }, { caseId }),
  ]);
  expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  const found = await latest();
  expect([found?.caseId, found?.standing.state, found?.intact]).toEqual([caseId, 'chief', true]);
});

test('[EVI-2] steps are neither changed nor removed, and what is put in shows', async () => {
  const { caseId } = await report();
  await call.first('judgeCase', LEFT, { caseId });
  await expect(server.db.updateTable('case_step').set({ at: 1 }).execute()).rejects.toThrow(/superseded/);
  await expect(server.db.deleteFrom('case_step').execute()).rejects.toThrow(/superseded/);
  expect((await latest())?.intact).toBe(true);
  const seq =
    1 + Math.max(...(await call.chief('cases', {})).cases.flatMap(({ steps }) => steps.map((step) => step.seq)));
  const forged = { kind: 'decided', verdict: 'dismissed', ground: 'evidence.unclear', text: '' } as const;
  await server.db
    .insertInto('case_step')
    .values({
      ...{ attempt_id: wang.attemptId, seq, case_id: caseId, at: 1, kind: 'decided' as const },
      ...{ by_json: '{"id":"x","name":"x","role":"chief"}', step_json: JSON.stringify(forged) },
      ...{ prev: 'a'.repeat(64), hash: 'b'.repeat(64) },
    })
    .execute();
  expect((await latest())?.intact).toBe(false);
});
