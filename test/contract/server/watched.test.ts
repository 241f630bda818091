import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StillTaken } from '../../../shared/contract/still.ts';
import { MINUTE, TestServer } from './harness.ts';
import { chain, pairPhone, signIn, sitTheory, staff } from './people.ts';
import { JPEG, ORGANISER } from './sample.ts';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
});
afterEach(() => server.end());

test('[VIO-2] a violation that was watched leads to the phone’s picture of that moment, and its end counts for nothing', async () => {
  const wang = await sitTheory(server);
  const proctor = await staff(server);
  const wall = await server.connect('/staff', proctor.token);
  await wall.request('wall.join');
  const phone = await server.connect('/phone', await pairPhone(server, wang));
  const told = wall.next<StillTaken>('still.taken');
  await phone.request('still', { takenAt: server.now(), jpeg: JPEG, watchable: true, tilt: null });
  const { segmentId } = await told;

  const detail = { score: 0.9, severity: 'high', camera: 'front' };
  const entries = await chain(
    wang.attemptId,
    [
      { type: 'violation', kind: 'no_face', durationMs: 8_000, detail: { ...detail, ongoing: true, still: 'front-1' } },
      { type: 'violation', kind: 'no_face', durationMs: 21_000, detail: { ...detail, ongoing: false, again: true } },
    ],
    { at: server.now() },
  );
  const { request } = await server.connect('/candidate', wang.token);
  await request('entries.append', { epoch: 1, entries });
  const { events } = await proctor.call('attemptEvents', {}, { attemptId: wang.attemptId });
  const noted = events.filter(({ kind }) => kind === 'no_face');
  expect(noted.find(({ detail: { ongoing } }) => ongoing)?.detail).toMatchObject({
    still: 'front-1',
    rearStill: segmentId,
  });
  expect(noted.find(({ detail: { again } }) => again)?.detail.rearStill).toBeUndefined();
  const { places } = await wall.request<{ places: { attemptId: string; violations: number }[] }>('wall.join');
  expect(places.find(({ attemptId }) => attemptId === wang.attemptId)?.violations).toBe(1);
});

test('[VIO-2] its end leads to both cameras’ pictures of its surest moment, whenever that was', async () => {
  const wang = await sitTheory(server);
  const proctor = await staff(server);
  const wall = await server.connect('/staff', proctor.token);
  await wall.request('wall.join');
  const phone = await server.connect('/phone', await pairPhone(server, wang));
  const take = async () => {
    const told = wall.next<StillTaken>('still.taken');
    await phone.request('still', { takenAt: server.now(), jpeg: JPEG, watchable: true, tilt: null });
    return (await told).segmentId;
  };
  const atPeak = await take();
  const stillAt = server.now();
  server.ahead += MINUTE;
  await take();
  const detail = { score: 0.9, severity: 'high', ongoing: false, again: true, still: 'front-2', stillAt };
  const entries = await chain(
    wang.attemptId,
    [{ type: 'violation', kind: 'looking_away', durationMs: 70_000, detail }],
    { at: server.now() },
  );
  await (await server.connect('/candidate', wang.token)).request('entries.append', { epoch: 1, entries });
  const { events } = await proctor.call('attemptEvents', {}, { attemptId: wang.attemptId });
  const over = events.find(({ kind }) => kind === 'looking_away');
  expect(over?.detail).toMatchObject({ still: 'front-2', rearStill: atPeak });
});

test('[VIO-3] an organiser changes the rules: whoever signs in afterwards has them, and who did it is kept', async () => {
  const organiser = await staff(server, ORGANISER);
  const read = async () => (await organiser.call('violationRules', {})).examinations[0];
  const before = await read();
  expect(before).toMatchObject({ rules: {}, changed: null });
  const examinationId = before?.examinationId ?? '';
  const rules = { no_face: { onsetMs: 20_000, severity: 'medium' as const }, noise: 'off' as const };
  await organiser.call('putViolationRules', { rules: { speech: 'off' } }, { examinationId });
  server.ahead += MINUTE;
  await organiser.call('putViolationRules', { rules }, { examinationId });
  expect((await signIn(server, 'wang')).reply.violationRules).toEqual(rules);
  expect(await read()).toEqual({ examinationId, rules, changed: { at: expect.any(Number), by: '考务' } });
  const kept = await server.db.selectFrom('violation_rule_change').select(['number', 'rules_json']).execute();
  expect(kept.map(({ number }) => number)).toEqual([1, 2]);
  await expect(server.db.deleteFrom('violation_rule_change').execute()).rejects.toThrow(/never changed/);

  for (const wrong of [{ no_face: { onsetMs: -1 } }, { no_face: { onsetMs: 1e9 } }, { app_switch: 'off' }])
    await expect(
      organiser.call('putViolationRules', { rules: wrong as never }, { examinationId }),
    ).rejects.toMatchObject({ reason: 'bad_request' });
  await expect(organiser.call('putViolationRules', { rules }, { examinationId: 'none' })).rejects.toMatchObject({
    reason: 'not_found',
  });
  const proctor = await staff(server);
  await expect(proctor.call('putViolationRules', { rules }, { examinationId })).rejects.toMatchObject({
    reason: 'not_allowed',
  });
  expect((await read())?.rules).toEqual(rules);
});

test('[VIO-3] a window is given its examination’s rules, and what it does not look for is told', async () => {
  expect((await signIn(server, 'wang')).reply.violationRules).toEqual({});
  await server.db.updateTable('examination').set({ violation_rules_json: '{"noise":"off"}' }).execute();
  await server.down();
  await server.up();
  const again = await signIn(server, 'wang', 'computer-1', true);
  expect(again.reply.violationRules).toEqual({ noise: 'off' });
  const { request } = await server.connect('/candidate', again.token);
  await request('watch.report', { undone: ['identity_mismatch'] });
  const { events } = await (await staff(server)).call('attemptEvents', {}, { attemptId: again.attemptId });
  expect(events.find(({ kind }) => kind === 'watch_changed')?.detail).toEqual({ undone: 'identity_mismatch' });
  await expect(request('watch.report', { undone: ['app_switch'] })).rejects.toMatchObject({ reason: 'bad_request' });
});
