import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Entry } from '../../../shared/domain/entry.ts';
import { MINUTE, TestServer } from './harness.ts';
import { chain, choose, signIn, sitTheory, staff } from './people.ts';
import { ORGANISER } from './sample.ts';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
});
afterEach(() => server.end());

const look = async (attemptId: string) => (await staff(server)).call('lateEntries', {}, { attemptId });

describe('what came late can be looked at by a proctor', () => {
  test('[ANS-5] entries of a fenced computer, each with its item, its value and both times', async () => {
    const first = await sitTheory(server);
    const window = await server.connect('/candidate', first.token);
    const at = server.now();
    const entries = await chain(first.attemptId, [choose('t1', 'a'), choose('t2', 'b'), choose('t2')], { at });
    await window.request('entries.append', { epoch: 1, entries: entries.slice(0, 1) });
    await signIn(server, 'wang', 'computer-2', true);
    const late = window.request('entries.append', { epoch: 1, entries: entries.slice(1) });
    await expect(late).rejects.toMatchObject({ reason: 'signed_in_elsewhere' });

    const { count, entries: seen } = await look(first.attemptId);
    expect(count).toBe(2);
    expect(seen.map(({ seq, verdict, item, body }) => [seq, verdict, item?.number, item?.item.id, body])).toEqual([
      [3, 'fenced', 2, 't2', choose('t2')],
      [2, 'fenced', 2, 't2', choose('t2', 'b')],
    ]);
    expect(seen[0]).toMatchObject({ epoch: 1, at, receivedAt: expect.any(Number) });
    expect(seen[0]?.receivedAt).toBeGreaterThanOrEqual(at);
  });

  test('[TIME-2] entries after the deadline, those that count and those that do not, and an item of no paper', async () => {
    const { attemptId, token } = await sitTheory(server);
    const { request } = await server.connect('/candidate', token);
    const inTime = server.now();
    server.ahead = 31 * MINUTE;
    const [early] = (await chain(attemptId, [choose('t1', 'a')], { at: inTime })) as [Entry];
    const late = await chain(attemptId, [choose('t2', 'b'), choose('t9', 'c')], { at: server.now(), after: early });
    await request('entries.append', { epoch: 1, entries: [early, ...late] });
    const { entries: seen } = await look(attemptId);
    expect(seen.map(({ verdict, item }) => [verdict, item?.item.id])).toEqual([
      ['unknown_item', undefined],
      ['after_deadline', 't2'],
      ['late_synced', 't1'],
    ]);
  });

  test('[SEC-1] an organiser reads the same by a route of their own', async () => {
    const { attemptId, token } = await sitTheory(server);
    const { request } = await server.connect('/candidate', token);
    server.ahead = 31 * MINUTE;
    const entries = await chain(attemptId, [choose('t1', 'a')], { at: server.now() });
    await request('entries.append', { epoch: 1, entries });
    const organiser = await staff(server, ORGANISER);
    const seen = await organiser.call('lateEntriesForOrganiser', {}, { attemptId });
    expect(seen).toEqual(await look(attemptId));
    expect(seen.count).toBe(1);
    await expect(organiser.call('lateEntries', {}, { attemptId })).rejects.toMatchObject({ reason: 'not_allowed' });
  });

  test('an attempt to which all came in time has none', async () => {
    const { attemptId, token } = await sitTheory(server);
    const { request } = await server.connect('/candidate', token);
    await request('entries.append', {
      epoch: 1,
      entries: await chain(attemptId, [choose('t1', 'a')], { at: server.now() }),
    });
    expect(await look(attemptId)).toEqual({ count: 0, entries: [], undecided: 0, admissions: [] });
  });
});
