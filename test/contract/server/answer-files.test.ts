import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AnswerFileReport, AnswerFileReportSchema } from '../../../shared/contract/answer-file.ts';
import { rawPaths } from '../../../shared/contract/http.ts';
import { writeAnswerFile } from '../../../shared/domain/answer-file.ts';
import { chainEntry, type Entry } from '../../../shared/domain/entry.ts';
import { foldEntries, hashResponses } from '../../../shared/domain/fold.ts';
import { sha256Hex } from '../../../shared/support/sha256.ts';
import { MINUTE, TestServer } from './harness.ts';
import { chain, choose, type SignedIn, signIn, sitTheory, staff } from './people.ts';
import { ORGANISER } from './sample.ts';

let server: TestServer;
let proctor: Awaited<ReturnType<typeof staff>>;
let organiser: Awaited<ReturnType<typeof staff>>;
beforeEach(async () => {
  server = await TestServer.start();
  proctor = await staff(server);
  organiser = await staff(server, ORGANISER);
});
afterEach(() => server.end());

const AFTER_THE_END = 31 * MINUTE;

/** As the candidate's window makes it, unless `changes` say otherwise. */
async function fileOf(
  { reply, attemptId }: SignedIn,
  entries: readonly Entry[],
  changes: { header?: object; attemptKey?: string; centreKey?: string; lines?: string[] } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const { answerFileKey, attemptKey, candidate, examination } = reply;
  const centreKey = changes.centreKey ?? answerFileKey;
  const header = {
    ...{ admissionNo: candidate.admissionNo, examinationId: examination.id, attemptId },
    ...{ centreKeyId: await sha256Hex(centreKey), madeAt: server.now(), computerClock: 1_600_000_000_000 },
    ...{ entries: entries.length, damaged: 0, ...changes.header },
  };
  const lines = changes.lines ?? entries.map((entry) => JSON.stringify(entry));
  return writeAnswerFile({ header, lines, centreKey, attemptKey: changes.attemptKey ?? attemptKey });
}

async function post(bytes: Uint8Array<ArrayBuffer>, take: boolean, { token } = organiser): Promise<Response> {
  return server.fetch(`${server.origin}${rawPaths.answerFile}${take ? '?take=yes' : ''}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body: bytes,
  });
}
const send = async (bytes: Uint8Array<ArrayBuffer>, take = false): Promise<AnswerFileReport> =>
  AnswerFileReportSchema.parse(await (await post(bytes, take)).json());
const take = (bytes: Uint8Array<ArrayBuffer>) => send(bytes, true);

const stored = () => server.db.selectFrom('entry').select(['epoch', 'seq', 'verdict']).orderBy('seq').execute();
const eventsOf = async ({ attemptId }: SignedIn) => (await proctor.call('attemptEvents', {}, { attemptId })).events;
async function theoryOf({ attemptId }: SignedIn) {
  const { results } = await proctor.call('results', {}, { attemptId });
  return results[0];
}
/** Waits until the server has handed in at the deadline by itself. */
async function atTheDeadline(candidate: SignedIn): Promise<void> {
  server.ahead = AFTER_THE_END;
  await expect.poll(async () => (await theoryOf(candidate))?.receipt ?? null, { timeout: 10_000 }).not.toBeNull();
}

describe('[ANS-6] an answer file of a candidate whose network did not return', { timeout: 20_000 }, () => {
  test('is looked at without changing anything, then imported: late entries count and the receipt is revised', async () => {
    const wang = await sitTheory(server);
    const { request } = await server.connect('/candidate', wang.token);
    const at = server.now();
    const entries = await chain(wang.attemptId, [choose('t1', 'b'), choose('t1', 'a'), choose('t2', 'a', 'b')], { at });
    await request('entries.append', { epoch: 1, entries: entries.slice(0, 1) });
    await atTheDeadline(wang);
    const file = await fileOf(wang, entries);

    const seen = await send(file);
    const counts = { entries: 3, known: 1, accepted: 0, lateSynced: 2, broughtLate: 0, refused: 0, fenced: 0 };
    expect(seen).toMatchObject({ fault: null, counts, taken: false, header: { admissionNo: 'T1', entries: 3 } });
    expect(seen.candidate).toEqual({ name: '王一', admissionNo: 'T1', examinationTitle: '测试' });
    expect(seen.receipts).toMatchObject([{ sessionTitle: '理论', answeredBefore: 1, answeredAfter: 2 }]);
    expect(await stored()).toHaveLength(1);
    expect((await theoryOf(wang))?.receipt?.answered).toBe(1);
    expect((await eventsOf(wang)).map(({ kind }) => kind)).not.toContain('entries_late');

    expect(await take(file)).toEqual({ ...seen, taken: true });
    expect(await stored()).toMatchObject([
      { verdict: 'accepted' },
      { verdict: 'late_synced' },
      { verdict: 'late_synced' },
    ]);
    const { receipt, score } = (await theoryOf(wang)) ?? {};
    const { responses } = foldEntries(entries);
    expect(receipt).toMatchObject({ answered: 2, handedInBy: 'deadline' });
    expect(receipt?.responsesHash).toBe(await hashResponses(responses, ['t1', 't2']));
    expect(score).toMatchObject({ earned: 3, possible: 3 });
  });

  test('the second time, and after the network has come back, it changes nothing and says so', async () => {
    const wang = await sitTheory(server);
    const entries = await chain(wang.attemptId, [choose('t1', 'a'), choose('t2', 'a')], { at: server.now() });
    await atTheDeadline(wang);
    const file = await fileOf(wang, entries);
    await take(file);
    const before = { events: await eventsOf(wang), receipt: (await theoryOf(wang))?.receipt };

    const nothing = { counts: { entries: 2, known: 2, lateSynced: 0 }, receipts: [], taken: true };
    expect(await take(file)).toMatchObject(nothing);
    const { request } = await server.connect('/candidate', wang.token);
    expect(await request('entries.append', { epoch: 1, entries })).toEqual({ epoch: 1, cursor: 2 });
    expect(await take(file)).toMatchObject(nothing);
    expect(await stored()).toHaveLength(2);
    expect((await theoryOf(wang))?.receipt).toEqual(before.receipt);
    expect((await eventsOf(wang)).filter(({ kind }) => kind !== 'online')).toEqual(before.events);
  });

  test('is recorded with who imported it, what became of it, and both clocks of the computer', async () => {
    const wang = await sitTheory(server);
    const at = server.now();
    const entries = await chain(wang.attemptId, [choose('t1', 'a')], { at });
    await atTheDeadline(wang);
    await take(await fileOf(wang, entries, { header: { madeAt: at + 5 } }));
    const events = await eventsOf(wang);
    expect(events.find(({ kind }) => kind === 'answer_file_imported')?.detail).toMatchObject({
      ...{ by: '考务', entries: 1, known: 0, lateSynced: 1, refused: 0, fenced: 0 },
      ...{ madeAt: at + 5, computerClock: 1_600_000_000_000 },
    });
    const late = events.find(({ kind, detail }) => kind === 'entries_late' && 'firstAt' in detail);
    expect(late?.detail).toMatchObject({ synced: 1, firstAt: at, lastAt: at, sentAt: at + 5 });
    expect(late?.detail.receivedAt).toBeGreaterThan(at + 15 * MINUTE);
  });

  test('[TIME-2] what was written after the end is kept as evidence only', async () => {
    const wang = await sitTheory(server);
    const before = await chain(wang.attemptId, [choose('t1', 'a')], { at: server.now() });
    await atTheDeadline(wang);
    const after = await chain(wang.attemptId, [choose('t2', 'a', 'b')], {
      at: server.now(),
      after: before[0] as Entry,
    });
    const report = await take(await fileOf(wang, [...before, ...after]));
    expect(report.counts).toMatchObject({ lateSynced: 1, refused: 1 });
    expect((await theoryOf(wang))?.score).toMatchObject({ earned: 1, answered: 1 });
  });

  test('[ANS-5] entries of a sign-in that another one ended are evidence, those of the present one count', async () => {
    const old = await sitTheory(server);
    const first = await chain(old.attemptId, [choose('t1', 'b')], { at: server.now() });
    const wang = await signIn(server, 'wang', 'computer-1');
    const at = server.now();
    const second = await chain(wang.attemptId, [choose('t1', 'a')], { epoch: 2, at });
    await atTheDeadline(wang);
    const report = await take(await fileOf(wang, [...first, ...second]));
    expect(report.counts).toMatchObject({ fenced: 1, lateSynced: 1 });
    expect((await theoryOf(wang))?.score).toMatchObject({ earned: 1 });
    expect((await eventsOf(wang)).map(({ kind }) => kind)).toContain('entries_fenced');
  });

  test('made before the end it may come while the session is open, and then counts as any other', async () => {
    const wang = await sitTheory(server);
    const entries = await chain(wang.attemptId, [choose('t1', 'a')], { at: server.now() });
    expect((await take(await fileOf(wang, entries))).counts).toMatchObject({ accepted: 1, lateSynced: 0 });
    const { state } = await wang.call('answers', {});
    expect(state.responses).toEqual({ t1: { kind: 'choice', chosen: ['a'] } });
  });
});

describe('[ANS-6] an answer file that is brought later than the examination says', { timeout: 20_000 }, () => {
  /** A day after the end; half an hour is the session. */
  const TOO_LATE = 30 * MINUTE + 24 * 60 * MINUTE;

  test('is imported all the same: kept as evidence, marked, told with the time it had; the receipt stands', async () => {
    const wang = await sitTheory(server);
    const at = server.now();
    const { endsAt } = wang.reply.examination.sessions.find(({ id }) => id === 'theory') ?? { endsAt: 0 };
    const entries = await chain(wang.attemptId, [choose('t1', 'a'), choose('t2', 'a', 'b')], { at });
    await atTheDeadline(wang);
    const file = await fileOf(wang, entries);
    server.ahead = TOO_LATE;
    organiser = await staff(server, ORGANISER);
    proctor = await staff(server);

    const counts = { entries: 2, known: 0, accepted: 0, lateSynced: 0, broughtLate: 2, refused: 0, fenced: 0 };
    const told = { fault: null, counts, lateSince: endsAt + 24 * 60 * MINUTE, receipts: [] };
    expect(await send(file)).toMatchObject({ ...told, taken: false });
    expect(await stored()).toEqual([]);
    expect(await take(file)).toMatchObject({ ...told, taken: true });
    expect((await theoryOf(wang))?.receipt?.answered).toBe(0);
    const events = await eventsOf(wang);
    expect(events.find(({ kind }) => kind === 'answer_file_imported')?.detail).toMatchObject({ broughtLate: 2 });
    const { entries: seen } = await organiser.call('lateEntriesForOrganiser', {}, { attemptId: wang.attemptId });
    expect(seen.map(({ verdict, body }) => [verdict, body])).toEqual([
      ['brought_late', choose('t2', 'a', 'b')],
      ['brought_late', choose('t1', 'a')],
    ]);

    expect(await take(file)).toMatchObject({ counts: { known: 2, broughtLate: 0 } });
    expect((await eventsOf(wang)).filter(({ kind }) => kind === 'answer_file_imported')).toHaveLength(1);
  });

  test('takes nothing from the window: what it sends by itself afterwards counts, once', async () => {
    const wang = await sitTheory(server);
    const at = server.now();
    const entries = await chain(wang.attemptId, [choose('t1', 'a'), choose('t2', 'a', 'b')], { at });
    const { request } = await server.connect('/candidate', wang.token);
    await atTheDeadline(wang);
    server.ahead = TOO_LATE;
    organiser = await staff(server, ORGANISER);
    proctor = await staff(server);
    await take(await fileOf(wang, entries));

    const batch = (from: number) => ({ epoch: 1, entries: entries.slice(from) });
    expect(await request('entries.append', batch(1))).toEqual({ epoch: 1, cursor: 0 });
    expect(await request('entries.append', batch(0))).toEqual({ epoch: 1, cursor: 2 });
    expect(await stored()).toMatchObject([{ verdict: 'late_synced' }, { verdict: 'late_synced' }]);
    expect((await theoryOf(wang))?.score).toMatchObject({ earned: 3, answered: 2 });
    expect(await take(await fileOf(wang, entries))).toMatchObject({ counts: { known: 2 }, receipts: [] });
  });

  test('counts once an organiser decides so for a reason: the receipt is revised, it is recorded once, the window has nothing to send', async () => {
    const wang = await sitTheory(server);
    const at = server.now();
    const entries = await chain(wang.attemptId, [choose('t1', 'a'), choose('t2', 'a', 'b')], { at });
    await atTheDeadline(wang);
    server.ahead = TOO_LATE;
    organiser = await staff(server, ORGANISER);
    proctor = await staff(server);
    await take(await fileOf(wang, entries));
    const where = { attemptId: wang.attemptId };
    const before = await organiser.call('lateEntriesForOrganiser', {}, where);
    expect(before).toMatchObject({ count: 2, undecided: 2, admissions: [] });

    const reason = '大雪封路，有证明';
    await expect(organiser.call('admitLateAnswers', { reason: '  ' }, where)).rejects.toMatchObject({
      reason: 'bad_request',
    });
    await expect(proctor.call('admitLateAnswers', { reason }, where)).rejects.toMatchObject({ reason: 'not_allowed' });
    const decided = await organiser.call('admitLateAnswers', { reason }, where);
    expect(decided).toMatchObject({ count: 2, undecided: 0, admissions: [{ by: '考务', reason, entries: 2 }] });
    expect(decided.entries.map(({ verdict, receivedAt }) => [verdict, receivedAt])).toEqual(
      before.entries.map(({ receivedAt }) => ['late_synced', receivedAt]),
    );
    expect(await theoryOf(wang)).toMatchObject({ score: { earned: 3, answered: 2 }, receipt: { answered: 2 } });

    expect(await organiser.call('admitLateAnswers', { reason: '再说一次' }, where)).toEqual(decided);
    const told = (await eventsOf(wang)).filter(({ kind }) => kind === 'late_answers_admitted');
    expect(told.map(({ detail }) => detail)).toEqual([{ by: '考务', reason, entries: 2 }]);
    const { request } = await server.connect('/candidate', wang.token);
    expect(await request('entries.append', { epoch: 1, entries: entries.slice(1) })).toEqual({ epoch: 1, cursor: 2 });
    expect((await take(await fileOf(wang, entries))).counts).toMatchObject({ known: 2 });
    expect(await stored()).toHaveLength(2);
  });

  test('[ANS-5] what came under a sign-in that was replaced meanwhile is not decided upon: its computer carries it', async () => {
    const wang = await sitTheory(server);
    const entries = await chain(wang.attemptId, [choose('t1', 'a')], { at: server.now() });
    await atTheDeadline(wang);
    server.ahead = TOO_LATE;
    organiser = await staff(server, ORGANISER);
    proctor = await staff(server);
    await take(await fileOf(wang, entries));
    await signIn(server, 'wang', 'computer-1');
    const where = { attemptId: wang.attemptId };
    expect(await organiser.call('admitLateAnswers', { reason: '有证明' }, where)).toMatchObject({
      ...{ undecided: 0, admissions: [] },
      entries: [{ verdict: 'brought_late' }],
    });
    expect((await theoryOf(wang))?.score).toMatchObject({ earned: 0 });
  });

  test('of two sessions in one file the last one says by when', async () => {
    const wang = await sitTheory(server);
    const skills = wang.reply.examination.sessions.find(({ id }) => id === 'skills');
    const at = server.now();
    const first = await chain(wang.attemptId, [choose('t1', 'a')], { at });
    await atTheDeadline(wang);
    server.ahead = TOO_LATE;
    organiser = await staff(server, ORGANISER);
    if (!skills) throw new Error('the sample has no second session');
    const answer = {
      type: 'response',
      sessionId: 'skills',
      itemId: 's1',
      value: { kind: 'text', text: '答' },
    } as const;
    const both = [
      ...first,
      ...(await chain(wang.attemptId, [answer], { at: skills.startsAt + 1, after: first[0] as Entry })),
    ];
    expect((await send(await fileOf(wang, first))).counts).toMatchObject({ broughtLate: 1 });
    expect(await send(await fileOf(wang, both))).toMatchObject({
      lateSince: null,
      counts: { broughtLate: 0, lateSynced: 2 },
    });
  });
});

describe('[ANS-6] an answer file is refused with its reason and changes nothing', { timeout: 20_000 }, () => {
  const faultOf = async (file: Uint8Array<ArrayBuffer>) => {
    const { fault, counts, taken } = await take(file);
    expect({ counts, taken }).toEqual({ counts: null, taken: false });
    return fault;
  };

  test('changed, of another attempt, of another centre, unknown, or no such file at all', async () => {
    const wang = await sitTheory(server);
    const li = await signIn(server, 'li');
    const entries = await chain(wang.attemptId, [choose('t1', 'a')], { at: server.now() });
    const file = await fileOf(wang, entries);
    const changed = file.slice();
    const within = changed.length - 60;
    changed[within] = (changed[within] ?? 0) ^ 1;
    expect(await faultOf(changed)).toBe('altered');
    expect(await faultOf(file.slice(0, -1))).toBe('altered');
    expect(await faultOf(file.slice(0, 40))).toBe('damaged');
    expect(await faultOf(new TextEncoder().encode('a letter'))).toBe('not_an_answer_file');
    expect(await faultOf(await fileOf(wang, entries, { attemptKey: li.reply.attemptKey }))).toBe('altered');
    expect(await faultOf(await fileOf(wang, entries, { header: { attemptId: li.attemptId } }))).toBe('altered');
    expect(await faultOf(await fileOf(wang, entries, { header: { attemptId: 'nobody' } }))).toBe('attempt_unknown');
    expect(await faultOf(await fileOf(wang, entries, { header: { centreKeyId: 'f'.repeat(64) } }))).toBe(
      'other_centre',
    );
    expect(await faultOf(await fileOf(wang, entries, { header: { entries: -1 } }))).toBe('damaged');
    expect(await stored()).toEqual([]);
  });

  test('made with the right key over something that is no journal of this attempt', async () => {
    const wang = await sitTheory(server);
    const li = await signIn(server, 'li');
    const at = server.now();
    const [entry] = await chain(wang.attemptId, [choose('t1', 'a')], { at });
    if (!entry) throw new Error('no entry');
    const theirs = await chain(li.attemptId, [choose('t1', 'a')], { at });
    const lines = (...each: object[]) => each.map((one) => JSON.stringify(one));
    const broken = {
      'another answer under the old hash': lines({ ...entry, body: choose('t1', 'b') }),
      'entries of somebody else': lines(...theirs),
      'no entry': ['{}'],
      'no JSON': ['?'],
      'a sign-in there never was': lines(
        await chainEntry({ attemptId: wang.attemptId, epoch: 2, seq: 1, at, body: choose('t1', 'a') }, entry.prev),
      ),
    };
    for (const [name, content] of Object.entries(broken)) {
      expect(await faultOf(await fileOf(wang, [entry], { lines: content })), name).toBe('content_broken');
    }
    expect(await faultOf(await fileOf(wang, [entry], { header: { entries: 2 } }))).toBe('content_broken');
    expect(await stored()).toEqual([]);
  });

  test('where the exam centre holds another entry in the same place; the rest of the file is not taken either', async () => {
    const wang = await sitTheory(server);
    const { request } = await server.connect('/candidate', wang.token);
    const at = server.now();
    await request('entries.append', {
      epoch: 1,
      entries: await chain(wang.attemptId, [choose('t1', 'a')], { at }),
    });
    const other = await chain(wang.attemptId, [choose('t1', 'b'), choose('t2', 'a')], { at });
    expect(await faultOf(await fileOf(wang, other))).toBe('contradicts_stored');
    expect(await stored()).toHaveLength(1);
  });

  test('[SEC-1] to anybody but an organiser', async () => {
    const wang = await sitTheory(server);
    const file = await fileOf(wang, await chain(wang.attemptId, [choose('t1', 'a')], { at: server.now() }));
    expect((await post(file, true, proctor)).status).toBe(403);
    expect(await stored()).toEqual([]);
  });
});

describe('[ANS-6] the key of the exam centre', () => {
  test('is the same for everybody and after a restart: a file made before it still opens', async () => {
    const wang = await sitTheory(server);
    const file = await fileOf(wang, await chain(wang.attemptId, [choose('t1', 'a')], { at: server.now() }));
    await server.down();
    await server.up();
    const li = await signIn(server, 'li');
    expect(li.reply.answerFileKey).toBe(wang.reply.answerFileKey);
    expect((await take(file)).fault).toBeNull();
  });
});

test('[TIME-2] entries that come late over the network are marked with what both clocks said as they were sent', async () => {
  const wang = await sitTheory(server);
  const at = server.now();
  const entries = await chain(wang.attemptId, [choose('t1', 'a'), choose('t2', 'a')], { at });
  await atTheDeadline(wang);
  const { request } = await server.connect('/candidate', wang.token);
  const sentAt = { server: server.now() - 40, computer: 1_600_000_000_000 };
  await request('entries.append', { epoch: 1, entries, sentAt });
  const late = (await eventsOf(wang)).find(({ kind, detail }) => kind === 'entries_late' && 'synced' in detail);
  expect(late?.detail).toMatchObject({
    ...{ synced: 2, firstAt: at, lastAt: at, sentAt: sentAt.server, computerClock: 1_600_000_000_000 },
  });
  expect(late?.detail.receivedAt).toBeGreaterThanOrEqual(sentAt.server);
});
