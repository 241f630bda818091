import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EntryBody } from '../../../shared/domain/entry.ts';
import { TestServer } from './harness.ts';
import { chain, sitTheory, staff } from './people.ts';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
});
afterEach(() => server.end());

const report: EntryBody = {
  type: 'journal_damage',
  damages: [
    { epoch: 1, kind: 'truncated', fromSeq: 56, toSeq: 57, lost: 2 },
    { epoch: 1, kind: 'unreadable', fromSeq: 3, toSeq: 3, lost: 0 },
  ],
};

test('[ANS-4] a report of damage becomes one event for the proctor, however often it is sent, and no answer or violation', async () => {
  const { attemptId, token, call } = await sitTheory(server);
  const proctor = await staff(server);
  const wall = await server.connect('/staff', proctor.token);
  await wall.request('wall.join');
  const seen = wall.next('event.added', ({ kind }: { kind: string }) => kind === 'journal_damaged');
  const { request } = await server.connect('/candidate', token);
  const entries = await chain(attemptId, [report], { at: server.now() });
  await request('entries.append', { epoch: 1, entries });
  expect(await request('entries.append', { epoch: 1, entries })).toEqual({ epoch: 1, cursor: 1 });

  expect(await seen).toMatchObject({
    attemptId,
    detail: { damages: 'truncated 1 56-57, unreadable 1 3-3', lost: 2 },
  });
  const { events } = await proctor.call('attemptEvents', {}, { attemptId });
  expect(events.filter(({ kind }) => kind === 'journal_damaged')).toHaveLength(1);
  expect((await call('answers', {})).state.responses).toEqual({});
  const { places } = await wall.request<{ places: { attemptId: string; violations: number }[] }>('wall.join');
  expect(places.find((place) => place.attemptId === attemptId)?.violations).toBe(0);
});
