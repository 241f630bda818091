import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EntryBody } from '../../../shared/domain/entry.ts';
import { TestServer } from './harness.ts';
import { chain, sitTheory, staff } from './people.ts';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
});
afterEach(() => server.end());

const finding = (kind: 'app_switch' | 'popup', detail: Record<string, string | boolean>): EntryBody => ({
  ...{ type: 'violation', kind, durationMs: 900, detail },
});

test('[LOCK-4] only what is reported counts, and a proctor clears a finding with a reason and takes it back', async () => {
  const { attemptId, token } = await sitTheory(server);
  const proctor = await staff(server);
  const wall = await server.connect('/staff', proctor.token);
  const violations = async () => {
    const { places } = await wall.request<{ places: { attemptId: string; violations: number }[] }>('wall.join');
    return places.find((place) => place.attemptId === attemptId)?.violations;
  };
  const { request } = await server.connect('/candidate', token);
  const entries = await chain(attemptId, [
    finding('app_switch', { key: 'Alt+Tab', blocked: true }),
    finding('popup', { owner: 'wechat', title: '新消息' }),
    finding('app_switch', { ongoing: true }),
  ]);
  await request('entries.append', { epoch: 1, entries });
  expect(await violations()).toBe(1);

  const { events } = await proctor.call('attemptEvents', {}, { attemptId });
  const eventId = (seq: number) => events.find(({ detail }) => detail.seq === seq)?.id ?? '';
  const judge = (seq: number, cleared: boolean, reason = '看过监控，系统弹窗') =>
    proctor.call('clearFinding', { cleared, reason }, { attemptId, eventId: eventId(seq) });
  await judge(3, true);
  await judge(3, true);
  await judge(2, true);
  expect(await violations()).toBe(0);
  await judge(3, false, '再看一遍，是切换');
  expect(await violations()).toBe(1);

  const after = await proctor.call('attemptEvents', {}, { attemptId });
  const said = after.events.filter(({ kind }) => kind.startsWith('finding_'));
  expect(said.map(({ kind, detail }) => [kind, detail.about, detail.event])).toEqual([
    ['finding_cleared', 'app_switch', eventId(3)],
    ['finding_cleared', 'popup', eventId(2)],
    ['finding_restored', 'app_switch', eventId(3)],
  ]);
  expect(after.events.filter(({ kind }) => kind === 'app_switch')).toHaveLength(2);

  const refused = (body: Promise<unknown>) => expect(body).rejects;
  await refused(judge(3, true, '  ')).toMatchObject({ reason: 'bad_request' });
  const signedIn = events.find(({ kind }) => kind === 'signed_in')?.id ?? '';
  const about = { attemptId, eventId: signedIn };
  await refused(proctor.call('clearFinding', { cleared: true, reason: 'x' }, about)).toMatchObject({
    reason: 'not_found',
  });
});
