import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openToRead } from '../../../server/sql/database.ts';
import { foldEntries, hashResponses } from '../../../shared/domain/fold.ts';
import { MINUTE, TestServer } from './harness.ts';
import { chain, choose, enter, sitTheory, staff } from './people.ts';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
});
afterEach(() => server.end());

const BODIES = [
  choose('t1', 'a'),
  choose('t2', 'c'),
  { type: 'flag', sessionId: 'theory', itemId: 't2', flagged: true } as const,
  choose('t1', 'b'),
  choose('t2', 'a', 'b'),
  choose('t1'),
  choose('t1', 'a'),
];

describe('answers over a line that repeats, reorders and cuts', () => {
  test('[ANS-2] each entry is stored once, and only the contiguous part is acknowledged', async () => {
    const { attemptId, token, call } = await sitTheory(server);
    const { request } = await server.connect('/candidate', token);
    const entries = await chain(attemptId, BODIES, { at: server.now() });
    const send = (from: number, to: number) =>
      request('entries.append', { epoch: 1, entries: entries.slice(from, to) });

    expect(await send(4, 7)).toEqual({ epoch: 1, cursor: 0 });
    expect(await send(0, 2)).toEqual({ epoch: 1, cursor: 2 });
    expect(await send(0, 2)).toEqual({ epoch: 1, cursor: 2 });
    expect(await Promise.all([send(1, 5), send(1, 5), send(3, 7)])).toContainEqual({ epoch: 1, cursor: 7 });
    expect(await server.db.selectFrom('entry').select('seq').orderBy('seq').execute()).toHaveLength(7);

    const { state, cursors, touchedAt } = await call('answers', {});
    expect(state).toEqual(foldEntries(entries));
    expect(cursors).toEqual([{ epoch: 1, cursor: 7 }]);
    expect(Object.keys(touchedAt.response).sort()).toEqual(['t1', 't2']);
  });

  test('[ANS-2] an entry whose hash or link does not fit refuses its batch and stores nothing of it', async () => {
    const { attemptId, token } = await sitTheory(server);
    const { request } = await server.connect('/candidate', token);
    const entries = await chain(attemptId, BODIES, { at: server.now() });
    const [first, second, third] = entries;
    const forged = { ...second, body: choose('t2', 'a') };
    await expect(request('entries.append', { epoch: 1, entries: [first, forged] })).rejects.toMatchObject({
      reason: 'hash_mismatch',
      params: { seq: 2 },
    });
    const [otherFirst] = await chain(attemptId, [choose('t1', 'c')], { at: server.now() });
    await request('entries.append', { epoch: 1, entries: [second, third] });
    await expect(request('entries.append', { epoch: 1, entries: [otherFirst] })).rejects.toMatchObject({
      reason: 'hash_mismatch',
    });
    expect(await server.db.selectFrom('entry').select('seq').execute()).toHaveLength(2);
  });

  test('[SEC-1] entries of another attempt are refused', async () => {
    const mine = await sitTheory(server, 'wang');
    const other = await enter(server, 'li');
    const { request } = await server.connect('/candidate', mine.token);
    const entries = await chain(other.attemptId, BODIES, { at: server.now() });
    await expect(request('entries.append', { epoch: 1, entries })).rejects.toMatchObject({ reason: 'not_allowed' });
  });

  test('[VIO-1] a violation becomes one event and one count, however often it is sent', async () => {
    const { attemptId, token } = await sitTheory(server);
    const proctor = await staff(server);
    const wall = await server.connect('/staff', proctor.token);
    await wall.request('wall.join');
    const seen = wall.next('event.added', ({ kind }: { kind: string }) => kind === 'no_face');
    const changed = wall.next('place.changed', ({ violations }: { violations: number }) => violations === 1);
    const { request } = await server.connect('/candidate', token);
    const entries = await chain(attemptId, [{ type: 'violation', kind: 'no_face', durationMs: 900, detail: { n: 1 } }]);
    await request('entries.append', { epoch: 1, entries });
    await request('entries.append', { epoch: 1, entries });
    expect(await seen).toMatchObject({ attemptId, detail: { n: 1, durationMs: 900, seq: 1 } });
    await changed;
    const { events } = await proctor.call('attemptEvents', {}, { attemptId });
    expect(events.filter(({ kind }) => kind === 'no_face')).toHaveLength(1);
  });
});

describe('the deadline', () => {
  test('[TIME-2] entries made before it count when they come late, and the receipt is revised; later ones do not', async () => {
    const { attemptId, token, call } = await sitTheory(server);
    const before = await chain(attemptId, [choose('t1', 'a')], { at: server.now() });
    const wall = await server.connect('/staff', (await staff(server)).token);
    await wall.request('wall.join');
    const handedIn = wall.next('event.added', ({ kind }: { kind: string }) => kind === 'handed_in');
    server.ahead = 31 * MINUTE;
    expect(await handedIn).toMatchObject({ attemptId, detail: { by: 'deadline', answered: 0 } });

    const { request } = await server.connect('/candidate', token);
    const after = await chain(attemptId, [choose('t2', 'a', 'b')], { at: server.now(), after: before[0] as never });
    expect(await request('entries.append', { epoch: 1, entries: [...before, ...after] })).toEqual({
      epoch: 1,
      cursor: 2,
    });

    const { state } = await call('answers', {});
    expect(state.responses).toEqual({ t1: { kind: 'choice', chosen: ['a'] } });
    const { results } = await (await staff(server)).call('results', {}, { attemptId });
    const [theory] = results;
    expect(theory?.score).toMatchObject({ earned: 1, possible: 3, answered: 1 });
    expect(theory?.receipt).toMatchObject({ handedInBy: 'deadline', answered: 1 });
    expect(theory?.receipt?.responsesHash).toBe(await hashResponses(state.responses, ['t1', 't2']));
    expect(await server.db.selectFrom('entry').select('verdict').orderBy('seq').execute()).toEqual([
      { verdict: 'late_synced' },
      { verdict: 'after_deadline' },
    ]);
  });

  test('[TIME-1] a deadline that passes while the server is down is kept at its own time', async () => {
    const { attemptId, reply } = await sitTheory(server);
    await server.down();
    server.ahead = 32 * MINUTE;
    await server.up();
    const { results } = await (await staff(server)).call('results', {}, { attemptId });
    const endsAt = reply.examination.sessions[0]?.endsAt;
    expect(results[0]?.receipt).toMatchObject({ handedInBy: 'deadline', handedInAt: endsAt });
  });
});

describe('hand-in', () => {
  test('is idempotent, scores, and gives a receipt a person can copy', async () => {
    const { attemptId, token, call } = await sitTheory(server);
    const { request } = await server.connect('/candidate', token);
    const entries = await chain(attemptId, [choose('t1', 'a'), choose('t2', 'a')], { at: server.now() });
    await request('entries.append', { epoch: 1, entries });
    const { state } = await call('answers', {});
    const responsesHash = await hashResponses(state.responses, ['t1', 't2']);
    const body = { sessionId: 'theory', epoch: 1, lastSeq: 2, responsesHash };
    const receipt = await call('handIn', body);
    expect(receipt).toMatchObject({ answered: 2, handedInBy: 'candidate', responsesHash });
    expect(receipt.receiptNo).toMatch(/^YK-20\d{6}-[2-9A-HJKMNP-Z]{6}$/);
    expect(await call('handIn', body)).toEqual(receipt);
    await expect(call('paperKey', {}, { sessionId: 'theory' })).rejects.toMatchObject({ reason: 'already_handed_in' });
    const proctor = await staff(server);
    const { events } = await proctor.call('attemptEvents', {}, { attemptId });
    expect(events.map(({ kind }) => kind)).not.toContain('divergence');
    const { results } = await proctor.call('results', {}, { attemptId });
    const nothing = { receipt: null, score: null };
    expect(results).toMatchObject([{ score: { earned: 1, possible: 3 } }, nothing, nothing]);
  });

  test('[ANS-3] a divergence is recorded, hands in all the same, and is repaired by what arrives', async () => {
    const { attemptId, token, call } = await sitTheory(server);
    const entries = await chain(attemptId, [choose('t1', 'a')], { at: server.now() });
    const responsesHash = await hashResponses(foldEntries(entries).responses, ['t1', 't2']);
    const receipt = await call('handIn', { sessionId: 'theory', epoch: 1, lastSeq: 1, responsesHash });
    expect(receipt.answered).toBe(0);
    const { request } = await server.connect('/candidate', token);
    await request('entries.append', { epoch: 1, entries });
    const proctor = await staff(server);
    const { events } = await proctor.call('attemptEvents', {}, { attemptId });
    expect(events.find(({ kind }) => kind === 'divergence')?.detail).toMatchObject({ lastSeq: 1, cursor: 0 });
    const repaired = events.find(({ kind }) => kind === 'divergence_repaired')?.detail;
    expect(repaired).toEqual({ sessionId: 'theory', hash: responsesHash, from: 'candidate' });
    const { results } = await proctor.call('results', {}, { attemptId });
    expect(results[0]).toMatchObject({
      receipt: { receiptNo: receipt.receiptNo, responsesHash },
      score: { earned: 1 },
    });
  });
});

describe('a divergence', () => {
  /** Two answers sent and acknowledged, and what the candidate's computer then has. */
  async function answered() {
    const candidate = await sitTheory(server);
    const { request } = await server.connect('/candidate', candidate.token);
    const entries = await chain(candidate.attemptId, [choose('t1', 'a'), choose('t2', 'c')], { at: server.now() });
    await request('entries.append', { epoch: 1, entries });
    const responsesHash = await hashResponses(foldEntries(entries).responses, ['t1', 't2']);
    const handIn = (claim: string, lastSeq: number) =>
      candidate.call('handIn', { sessionId: 'theory', epoch: 1, lastSeq, responsesHash: claim });
    const proctor = await staff(server);
    const told = async () => {
      const { events } = await proctor.call('attemptEvents', {}, { attemptId: candidate.attemptId });
      return events.filter(({ kind }) => kind.startsWith('divergence'));
    };
    return { ...candidate, request, entries, responsesHash, handIn, told };
  }

  test('[ANS-3] answers that were damaged at the server are made again from its journal, before the receipt', async () => {
    const { attemptId, call, responsesHash, handIn, told } = await answered();
    await server.db.deleteFrom('answer').where('item_id', '=', 't1').execute();
    await server.db.updateTable('answer').set({ value_json: '{"kind":"choice","chosen":["b"]}' }).execute();
    expect(await handIn(responsesHash, 2)).toMatchObject({ answered: 2, responsesHash });
    expect((await call('answers', {})).state.responses.t1).toEqual({ kind: 'choice', chosen: ['a'] });
    expect(await told()).toMatchObject([
      { kind: 'divergence', detail: { client: responsesHash, lastSeq: 2, cursor: 2 } },
      { kind: 'divergence_repaired', detail: { sessionId: 'theory', hash: responsesHash, from: 'centre' } },
    ]);
    const { results } = await (await staff(server)).call('results', {}, { attemptId });
    expect(results[0]).toMatchObject({ receipt: { responsesHash }, score: { earned: 1 } });
  });

  test('[ANS-3] found only after the deadline, in a late hand-in, it is repaired all the same', async () => {
    const { responsesHash, handIn, told } = await answered();
    await server.db.deleteFrom('answer').execute();
    const wall = await server.connect('/staff', (await staff(server)).token);
    await wall.request('wall.join');
    const handedIn = wall.next('event.added', ({ kind }: { kind: string }) => kind === 'handed_in');
    server.ahead = 31 * MINUTE;
    expect(await handedIn).toMatchObject({ detail: { by: 'deadline', answered: 0 } });
    expect(await handIn(responsesHash, 2)).toMatchObject({ handedInBy: 'deadline', answered: 2, responsesHash });
    expect((await told()).map(({ kind }) => kind)).toEqual(['divergence', 'divergence_repaired']);
  });

  test('[ANS-3] a client that has other answers gets its receipt; what it writes again is named, and counts for nothing', async () => {
    const { attemptId, entries, responsesHash, request, handIn, told } = await answered();
    const later = await chain(attemptId, [choose('t2', 'a', 'b')], {
      at: server.now() + 1,
      after: entries[1] as never,
    });
    const claim = await hashResponses(foldEntries([...entries, ...later]).responses, ['t1', 't2']);
    const receipt = await handIn(claim, 2);
    expect(receipt).toMatchObject({ answered: 2, responsesHash });
    expect(await handIn(claim, 2)).toEqual(receipt);
    expect((await told()).map(({ kind }) => kind)).toEqual(['divergence']);

    server.ahead += MINUTE;
    const evidence = await chain(attemptId, [choose('t2', 'a', 'b')], { at: server.now(), after: entries[1] as never });
    await request('entries.append', { epoch: 1, entries: evidence });
    expect(await handIn(claim, 3)).toEqual(receipt);
    expect(await handIn(claim, 3)).toEqual(receipt);
    expect(await told()).toMatchObject([
      { kind: 'divergence' },
      { kind: 'divergence_unresolved', detail: { client: claim, server: responsesHash, items: 1, itemIds: 't2' } },
    ]);
  });
});

describe('batches that arrive at once', () => {
  test('[ANS-2] one that does not fit refuses itself alone; the others of its transaction are kept', async () => {
    const [wang, li] = [await sitTheory(server, 'wang'), await sitTheory(server, 'li')];
    const [good, other] = await Promise.all([wang, li].map(({ token }) => server.connect('/candidate', token)));
    const [mine, theirs] = await Promise.all(
      [wang, li].map(({ attemptId }) => chain(attemptId, BODIES, { at: server.now() })),
    );
    await good?.request('entries.append', { epoch: 1, entries: mine?.slice(0, 2) });
    const otherThird = await chain(wang.attemptId, [choose('t1', 'c')], {
      at: server.now(),
      after: mine?.[2] as never,
    });
    const settled = await Promise.allSettled([
      good?.request('entries.append', { epoch: 1, entries: otherThird.map((entry) => ({ ...entry, seq: 3 })) }),
      other?.request('entries.append', { epoch: 1, entries: theirs }),
    ]);
    expect(settled).toMatchObject([
      { status: 'rejected', reason: { reason: 'hash_mismatch', params: { seq: 3 } } },
      { status: 'fulfilled', value: { epoch: 1, cursor: 7 } },
    ]);
    expect((await wang.call('answers', {})).cursors).toEqual([{ epoch: 1, cursor: 2 }]);
    expect((await li.call('answers', {})).state).toEqual(foldEntries(theirs ?? []));
  });

  test('[ANS-1] an acknowledged batch is in the database, as another connection reads it', async () => {
    const { attemptId, token } = await sitTheory(server);
    const { request } = await server.connect('/candidate', token);
    const entries = await chain(attemptId, BODIES, { at: server.now() });
    await request('entries.append', { epoch: 1, entries });
    const another = openToRead(server.place);
    const seen = await another.selectFrom('entry').select('seq').where('attempt_id', '=', attemptId).execute();
    await another.destroy();
    expect(seen).toHaveLength(entries.length);
  });
});
