import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rawPaths } from '../../../shared/contract/http.ts';
import type { Attempt, PaperKey } from '../../../shared/contract/views.ts';
import { MINUTE, TestServer } from './harness.ts';
import { enter, openPaper, type SignedIn, signInBody, staff } from './people.ts';

let server: TestServer;
/** Theory runs from minute 10 to 30: entry until minute 15, handing in from minute 18 on. */
beforeEach(async () => {
  const times = { entryAfter: 5 * MINUTE, minimumStay: 8 * MINUTE };
  server = await TestServer.start(tmpdir(), join(tmpdir(), 'no-pages'), times);
});
afterEach(() => server.end());

const theoryStart = ({ reply }: SignedIn) => reply.examination.sessions[0]?.startsAt ?? 0;
const wait = async (candidate: SignedIn) => {
  const line = await server.connect('/candidate', candidate.token);
  await line.request('stage.report', { stage: 'waiting' });
  return line;
};
const fetchPackage = (token: string, sessionId = 'theory') =>
  server.fetch(server.origin + rawPaths.paperPackage + sessionId, { headers: { authorization: `Bearer ${token}` } });

describe('a paper before its start', () => {
  test('lies sealed with whoever waits, and its key stays at the server until the second', async () => {
    const candidate = await enter(server, 'wang');
    const sealed = await fetchPackage(candidate.token);
    expect(sealed.status).toBe(200);
    expect(await sealed.text()).not.toContain('single_choice');
    server.ahead = theoryStart(candidate) - Date.now() - 2_000;
    await expect(candidate.call('paperKey', {}, { sessionId: 'theory' })).rejects.toMatchObject({
      reason: 'too_early',
      params: { at: theoryStart(candidate) },
    });
  });

  test('is given to nobody whose face is not confirmed', async () => {
    const { token } = await server.http()('candidateSignIn', signInBody('li'));
    await server.http(token)('consent', {});
    const refused = await fetchPackage(token);
    expect([refused.status, await refused.json()]).toMatchObject([403, { reason: 'identity_unconfirmed' }]);
  });
});

describe('at the start second', () => {
  test('everybody who waits is sent the key, and the opening is on record before it', async () => {
    const candidates = await Promise.all((['wang', 'li'] as const).map((who) => enter(server, who)));
    const lines = await Promise.all(candidates.map(wait));
    const keys = lines.map((line) => line.next<PaperKey>('paper.key'));
    const [first] = candidates;
    if (!first) throw new Error('nobody entered');
    const startsAt = theoryStart(first);
    server.ahead = startsAt - Date.now() - 1_500;
    const received = await Promise.all(keys);
    expect(server.now()).toBeGreaterThanOrEqual(startsAt);
    expect(server.now() - startsAt).toBeLessThan(2_000);
    expect(new Set(received.map(({ key }) => key)).size).toBe(1);
    const openings = await server.db.selectFrom('opening').selectAll().execute();
    expect(openings.map(({ attempt_id }) => attempt_id).sort()).toEqual(
      candidates.map(({ attemptId }) => attemptId).sort(),
    );
    const { events } = await (await staff(server)).call('attemptEvents', {}, { attemptId: first.attemptId });
    expect(events.at(-1)).toMatchObject({ kind: 'paper_opened', detail: { sessionId: 'theory' } });
  });

  test('whoever is still at the device check is not counted as having opened it, and asks later', async () => {
    const candidate = await enter(server, 'wang');
    const line = await server.connect('/candidate', candidate.token);
    await line.request('stage.report', { stage: 'device_check' });
    const waiting = await wait(await enter(server, 'li'));
    const sent = waiting.next<PaperKey>('paper.key');
    server.ahead = theoryStart(candidate) - Date.now() - 1_000;
    await sent;
    expect(await server.db.selectFrom('opening').select('attempt_id').execute()).toHaveLength(1);
    expect((await openPaper(server, candidate, 'theory')).sessionId).toBe('theory');
    expect(await server.db.selectFrom('opening').select('attempt_id').execute()).toHaveLength(2);
  });
});

describe('late and early', () => {
  test('[TIME-1] who comes after the latest entry is refused; who had opened it comes back and has the rest of the time', async () => {
    const inTime = await enter(server, 'wang');
    const late = await enter(server, 'li');
    server.ahead = 11 * MINUTE;
    await openPaper(server, inTime, 'theory');
    server.ahead = 16 * MINUTE;
    await expect(late.call('paperKey', {}, { sessionId: 'theory' })).rejects.toMatchObject({
      reason: 'entry_closed',
      params: { at: late.reply.examination.sessions[0]?.entryUntil },
    });
    expect((await openPaper(server, inTime, 'theory')).sessionId).toBe('theory');
    expect(((await inTime.call('consent', {})) as Attempt).opened).toEqual(['theory']);
  });

  test('nobody hands in within the minimum stay, and from its end on everybody may', async () => {
    const candidate = await enter(server, 'wang');
    server.ahead = 11 * MINUTE;
    await openPaper(server, candidate, 'theory');
    const body = { sessionId: 'theory', epoch: 1, lastSeq: 0, responsesHash: '0'.repeat(64) };
    await expect(candidate.call('handIn', body)).rejects.toMatchObject({
      reason: 'stay_not_over',
      params: { at: candidate.reply.examination.sessions[0]?.handInFrom },
    });
    server.ahead = 18 * MINUTE + 1_000;
    expect(await candidate.call('handIn', body)).toMatchObject({ handedInBy: 'candidate' });
  });

  test('[SEC-1] the seed that orders a candidate’s paper is recorded and stays the same at re-entry', async () => {
    const first = await enter(server, 'wang');
    const again = await enter(server, 'wang');
    const other = await enter(server, 'li');
    expect(again.reply.attempt.seed).toBe(first.reply.attempt.seed);
    expect(other.reply.attempt.seed).not.toBe(first.reply.attempt.seed);
    const [row] = await server.db.selectFrom('attempt').select('seed').where('id', '=', first.attemptId).execute();
    expect(row?.seed).toBe(first.reply.attempt.seed);
  });
});
