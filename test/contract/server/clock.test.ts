import { afterEach, beforeEach, expect, test } from 'vitest';
import { TestServer } from './harness.ts';
import { sitTheory, staff } from './people.ts';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
});
afterEach(() => server.end());

test('[TIME-3] a wrong computer clock and a sleep are told to the proctor, and change nothing else', async () => {
  const { attemptId, token, call } = await sitTheory(server);
  const { request } = await server.connect('/candidate', token);
  const before = await call('examinations', {});
  const drift = { wallOffsetMs: 3_600_000, zoneOffsetMinutes: 540, uncertaintyMs: 12 };
  await request('clock.drift', drift);
  await request('computer.slept', { until: server.now(), durationMs: 600_000 });
  const { events } = await (await staff(server)).call('attemptEvents', {}, { attemptId });
  expect(events.slice(-2)).toMatchObject([
    { kind: 'clock_drift', detail: drift },
    { kind: 'computer_slept', detail: { durationMs: 600_000 } },
  ]);
  const after = await call('examinations', {});
  expect(after.examinations).toEqual(before.examinations);
  await expect(request('clock.drift', { ...drift, uncertaintyMs: -1 })).rejects.toMatchObject({
    reason: 'bad_request',
  });
});
