import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import type { Examination, PaperKey } from '../../../shared/contract/views.ts';
import { type SessionPlan, timesOf } from '../../../shared/domain/timetable-change.ts';
import { MINUTE, TestServer } from './harness.ts';
import { enter, signIn, sitTheory, staff } from './people.ts';
import { ORGANISER } from './sample.ts';

let server: TestServer;
let call: HttpClient;
/** Entry at once; theory from minute 10 to 30, skills from 35 to 55; a thesis all the time. */
beforeEach(async () => {
  server = await TestServer.start();
  await openLater('skills', 33 * MINUTE);
});
afterEach(() => server.end());

/** A rehearsal's sessions are open for entry at once: this one only later, as on a real day. */
async function openLater(sessionId: string, ms: number): Promise<void> {
  const entry_from = Date.now() + ms;
  await server.db.updateTable('session').set({ entry_from }).where('id', '=', sessionId).execute();
  await startAgain();
}

async function startAgain(): Promise<void> {
  await server.down();
  await server.up();
  ({ call } = await staff(server, ORGANISER));
}

async function examination(): Promise<Examination> {
  const [only] = (await call('examinations', {})).examinations;
  if (!only) throw new Error('no examination');
  return only;
}
async function planOf(sessionId: string): Promise<SessionPlan> {
  const { sessions, betweenSessions } = await examination();
  const session = sessions.find(({ id }) => id === sessionId);
  if (!session) throw new Error(`no session ${sessionId}`);
  return { ...timesOf(session), betweenSessions };
}
/** The plan with every time so much later. */
const later = ({ betweenSessions, ...times }: SessionPlan, ms: number): SessionPlan => ({
  ...(Object.fromEntries(Object.entries(times).map(([name, at]) => [name, at + ms])) as typeof times),
  betweenSessions,
});
const replan = (sessionId: string, from: SessionPlan, to: SessionPlan, why = '停电') =>
  call('replanSession', { from, to, why }, { sessionId });

describe('[TIME-5] a session that is planned anew', () => {
  test('is so for everybody at once: the centre, the window that waits, the proctor, and whoever signs in', async () => {
    const wang = await enter(server, 'wang');
    const window = await server.connect('/candidate', wang.token);
    const proctor = await server.connect('/staff', (await staff(server)).token);
    await proctor.request('wall.join');
    const told = Promise.all([window, proctor].map((line) => line.next<Examination>('examination.changed')));
    const from = await planOf('skills');
    const to = { ...later(from, 10 * MINUTE), handInFrom: from.handInFrom + 12 * MINUTE };
    expect(await replan('skills', from, to)).toEqual({ faults: [] });
    const announced = [{ sessionId: 'skills', startsAt: from.startsAt, endsAt: from.endsAt, why: '停电' }];
    for (const changed of [...(await told), await examination(), (await signIn(server, 'li')).reply.examination]) {
      expect(changed.sessions[1]).toMatchObject({ id: 'skills', startsAt: to.startsAt, handInFrom: to.handInFrom });
      expect(changed.replanned).toEqual(announced);
    }
    await startAgain();
    expect(await planOf('skills')).toEqual(to);
  });

  test('is told to a window that was away once it is back, and to nobody while nothing was changed', async () => {
    const wang = await enter(server, 'wang');
    const before = await server.connect('/candidate', wang.token);
    const heard: string[] = [];
    before.raw.onAny((name: string) => heard.push(name));
    await before.request('stage.report', { stage: 'waiting' });
    before.raw.disconnect();
    const from = await planOf('skills');
    await replan('skills', from, later(from, 5 * MINUTE));
    const raw = server.socket('/candidate', wang.token);
    const told = server.client(raw).next<Examination>('examination.changed');
    expect((await told).sessions[1]?.startsAt).toBe(from.startsAt + 5 * MINUTE);
    expect(heard).not.toContain('examination.changed');
  });

  test('opens its papers at its new time and not at the old one', async () => {
    const wang = await enter(server, 'wang');
    const line = await server.connect('/candidate', wang.token);
    await line.request('stage.report', { stage: 'waiting' });
    const from = await planOf('skills');
    const to = { ...later(from, 8 * MINUTE), entryFrom: from.entryFrom };
    await replan('skills', from, to);
    server.ahead = from.startsAt - Date.now() + MINUTE;
    await expect(wang.call('paperKey', {}, { sessionId: 'skills' })).rejects.toMatchObject({
      reason: 'too_early',
      params: { at: to.startsAt },
    });
    const sent = line.next<PaperKey>('paper.key', ({ sessionId }) => sessionId === 'skills');
    server.ahead = to.startsAt - Date.now() - 1_500;
    await sent;
    expect(server.now()).toBeGreaterThanOrEqual(to.startsAt);
  });

  test('is a line of the log: who, when, from what to what and why; it cannot be changed or taken out', async () => {
    const from = await planOf('skills');
    const to = { ...later(from, 5 * MINUTE), betweenSessions: from.betweenSessions };
    await replan('skills', from, to, '停电');
    await replan('skills', to, from, '来电了');
    const { intact, links } = await call('timetableLog', {});
    expect(intact).toBe(true);
    expect(links).toMatchObject([
      { seq: 2, by: '考务', sessionId: 'skills', from: to, to: from, why: '来电了' },
      { seq: 1, by: '考务', sessionId: 'skills', from, to, why: '停电' },
    ]);
    for (const work of [
      server.db.updateTable('timetable_change').set({ why: '' }),
      server.db.deleteFrom('timetable_change'),
    ]) {
      await expect(work.execute()).rejects.toThrow(/never changed/);
    }
    // What was announced holds again: nobody need be told anything.
    expect((await examination()).replanned).toEqual([]);
  });
});

describe('[TIME-5] a session is not planned anew', () => {
  test('[TIME-1] once its entry has opened: no end moves for whoever sits', async () => {
    await sitTheory(server);
    const from = await planOf('theory');
    expect(await replan('theory', from, { ...from, endsAt: from.endsAt + MINUTE })).toEqual({
      faults: [
        { kind: 'begun', sessionId: null },
        { kind: 'entered', sessionId: null },
        { kind: 'past', sessionId: null },
      ],
    });
    expect(await planOf('theory')).toEqual(from);
    expect((await call('timetableLog', {})).links).toEqual([]);
  });

  test('over another that the same candidates sit, nor with times out of order', async () => {
    const from = await planOf('skills');
    const theory = await planOf('theory');
    const over = { ...from, entryFrom: theory.endsAt - 2 * MINUTE, startsAt: theory.endsAt - MINUTE };
    expect(await replan('skills', from, over)).toEqual({ faults: [{ kind: 'overlap', sessionId: 'theory' }] });
    const { faults } = await replan('skills', from, { ...from, entryUntil: from.startsAt });
    expect(faults).toEqual([{ kind: 'latest_entry_outside', sessionId: null }]);
  });

  test('over one of another examination that the same person sits', async () => {
    const [given] = await server.db.selectFrom('examination').selectAll().execute();
    const [theory] = await server.db.selectFrom('session').selectAll().where('id', '=', 'theory').execute();
    const [wang] = await server.db.selectFrom('candidate').selectAll().where('admission_no', '=', 'T1').execute();
    if (!given || !theory || !wang) throw new Error('the sample is not there');
    const { starts_at, ends_at } = await server.db
      .selectFrom('session')
      .select(['starts_at', 'ends_at'])
      .where('id', '=', 'skills')
      .executeTakeFirstOrThrow();
    const beside = { starts_at: ends_at + MINUTE, ends_at: ends_at + 20 * MINUTE };
    await server.db
      .insertInto('examination')
      .values({ ...given, id: 'other', position: 1 })
      .execute();
    await server.db
      .insertInto('session')
      .values({ ...theory, ...beside, id: 'other-theory', examination_id: 'other' })
      .execute();
    const [own] = await server.db.selectFrom('paper').selectAll().where('session_id', '=', 'theory').execute();
    if (!own) throw new Error('the paper is not there');
    await server.db
      .insertInto('paper')
      .values({ ...own, session_id: 'other-theory' })
      .execute();
    const twice = { ...wang, id: 'wang-again', admission_no: 'T9', examination_id: 'other' };
    await server.db.insertInto('candidate').values(twice).execute();
    await startAgain();
    const from = await planOf('skills');
    const longer = { ...from, endsAt: starts_at + (ends_at - starts_at) + 2 * MINUTE };
    expect(await replan('skills', from, longer)).toEqual({ faults: [{ kind: 'overlap', sessionId: 'other-theory' }] });
    await server.db
      .updateTable('candidate')
      .set({ sessions_json: '["skills"]' })
      .where('id', '=', 'wang-again')
      .execute();
    expect(await replan('skills', from, longer)).toEqual({ faults: [] });
  });

  test('by whoever saw another plan than there is, nor without a reason', async () => {
    const from = await planOf('skills');
    const to = later(from, MINUTE);
    await replan('skills', from, to);
    await expect(replan('skills', from, later(from, 2 * MINUTE))).rejects.toMatchObject({ reason: 'change_outdated' });
    await expect(replan('skills', to, later(to, MINUTE), '  ')).rejects.toMatchObject({ reason: 'bad_request' });
    await expect(replan('nothing', from, to)).rejects.toMatchObject({ reason: 'not_found' });
  });
});
