import { afterEach, beforeEach, expect, test } from 'vitest';
import { rawPaths } from '../../../shared/contract/http.ts';
import type { Attempt } from '../../../shared/contract/views.ts';
import { MINUTE, TestServer } from './harness.ts';
import { matching, picture, signIn, staff, template } from './people.ts';
import { JPEG } from './sample.ts';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
});
afterEach(() => server.end());

const stranger = { ...matching, registeredTemplate: template(1) };

async function consented(who: 'wang' | 'zhang') {
  const candidate = await signIn(server, who);
  await candidate.call('consent', {});
  return candidate;
}

test('[IDN-1] the server compares: the same face is verified, templates are not stored, the picture is', async () => {
  const { call, attemptId } = await consented('wang');
  expect(await call('registeredPhoto', {})).toEqual({ jpeg: picture });
  const checked = await call('identityCheck', matching);
  expect(checked).toMatchObject({ verdict: 'verified', similarity: 1, attempt: { identity: 'verified' } });
  const proctor = await staff(server);
  const { events } = await proctor.call('attemptEvents', {}, { attemptId });
  expect(events.map(({ detail }) => detail.actions)).toContain(matching.actions.join(', '));
  const { checks } = await proctor.call('identityChecks', {}, { attemptId });
  expect(checks).toMatchObject([{ kind: 'verification', similarity: 1, verdict: 'verified', decision: null }]);
  for (const id of [checks[0]?.livePictureId, checks[0]?.registeredPictureId]) {
    const response = await server.fetch(server.origin + rawPaths.picture + id, {
      headers: { authorization: `Bearer ${proctor.token}` },
    });
    expect([response.headers.get('content-type'), Buffer.from(await response.arrayBuffer())]).toEqual([
      'image/jpeg',
      JPEG,
    ]);
  }
});

test('[IDN-1] another face fails three times, then a proctor decides, and a fourth try changes nothing', async () => {
  const { call, attemptId } = await consented('wang');
  const verdicts = [];
  for (let count = 0; count < 3; count++) verdicts.push(await call('identityCheck', stranger));
  expect(verdicts).toMatchObject([
    { verdict: 'retry', similarity: 0, attempt: { triesLeft: 2 } },
    { verdict: 'retry', attempt: { triesLeft: 1 } },
    { verdict: 'manual', attempt: { triesLeft: 0, identity: 'manual_pending' } },
  ]);
  expect(await call('identityCheck', matching)).toMatchObject({ verdict: 'manual' });
  const proctor = await staff(server);
  await proctor.call('identityDecision', { decision: 'refused', reason: '不是本人' }, { attemptId });
  expect(await call('askProctor', { picture, note: 'again' })).toMatchObject({ identity: 'manual_pending' });
  await proctor.call('identityDecision', { decision: 'confirmed', reason: '' }, { attemptId });
  const { checks } = await proctor.call('identityChecks', {}, { attemptId });
  expect(checks.map(({ decision }) => decision)).toEqual([null, null, null, 'refused', 'confirmed']);
  expect(checks.at(-1)?.decidedBy).toBe('监考');
});

test('[IDN-1] who was verified and asks a proctor all the same keeps the paper; the question still arrives', async () => {
  const { call, attemptId } = await consented('wang');
  await call('identityCheck', matching);
  server.ahead = 11 * MINUTE;
  expect(await call('askProctor', { picture, note: '摄像头坏了' })).toMatchObject({ identity: 'verified' });
  await expect(call('paperKey', {}, { sessionId: 'theory' })).resolves.toMatchObject({ sessionId: 'theory' });
  const proctor = await staff(server);
  const { events } = await proctor.call('attemptEvents', {}, { attemptId });
  expect(events.map(({ detail }) => detail.note)).toContain('摄像头坏了');
  const { checks } = await proctor.call('identityChecks', {}, { attemptId });
  expect(checks.map(({ verdict }) => verdict)).toEqual(['verified', 'manual']);
  // A person may still take back what the machine decided.
  await proctor.call('identityDecision', { decision: 'refused', reason: '不是本人' }, { attemptId });
  expect(await call('askProctor', { picture: null, note: '' })).toMatchObject({ identity: 'manual_pending' });
});

test('[IDN-1] tries sent at once are counted one by one', async () => {
  const { call } = await consented('wang');
  const verdicts = await Promise.all([1, 2, 3, 4].map(() => call('identityCheck', stranger)));
  expect(verdicts.map(({ verdict }) => verdict).sort()).toEqual(['manual', 'manual', 'retry', 'retry']);
});

test('[IDN-1] without liveness or without a face in the registered photo nobody is verified by machine', async () => {
  const { call } = await consented('wang');
  expect(await call('identityCheck', { ...matching, livenessPassed: false })).toMatchObject({ verdict: 'retry' });
  expect(await call('identityCheck', { ...matching, registeredTemplate: null })).toMatchObject({ verdict: 'manual' });
});

const enrolment = { picture, livenessPassed: true, actions: matching.actions, turnDegrees: 18 };

test('[IDN-2] an enrolment waits for the proctor, who makes its picture the registered photo', async () => {
  const { call, attemptId, token, reply } = await consented('zhang');
  expect(reply.candidate.hasPhoto).toBe(false);
  await expect(call('registeredPhoto', {})).rejects.toMatchObject({ reason: 'not_found' });
  const { next } = await server.connect('/candidate', token);
  expect(await call('enrol', enrolment)).toMatchObject({
    identity: 'enrolment_pending',
  });
  const changed = next<Attempt>('attempt.changed', ({ identity }) => identity === 'verified');
  const proctor = await staff(server);
  await proctor.call('identityDecision', { decision: 'confirmed', reason: '' }, { attemptId });
  await changed;
  expect(await call('registeredPhoto', {})).toEqual({ jpeg: picture });
  await expect(call('enrol', enrolment)).rejects.toMatchObject({
    reason: 'not_allowed',
  });
});
