import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rawPaths } from '../../../shared/contract/http.ts';
import { TestServer } from './harness.ts';
import { sitTheory } from './people.ts';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
});
afterEach(() => server.end());

const figures = async () => (await fetch(`http://127.0.0.1:${server.metricsPort}/metrics`)).text();
/** Of one line of Prometheus' text. */
const value = (text: string, line: string) =>
  Number(
    text
      .split('\n')
      .find((each) => each.startsWith(`${line} `))
      ?.slice(line.length),
  );
const counted = (transport: string, request: string, outcome: string) =>
  `yunkao_answer_seconds_count{transport="${transport}",request="${request}",outcome="${outcome}"}`;

test('how long each request took, how it ended, and who is connected are read on this computer alone', async () => {
  const { token, call } = await sitTheory(server);
  const { request } = await server.connect('/candidate', token);
  await request('clock.ping');
  await expect(request('clock.drift', { wallOffsetMs: 'much' })).rejects.toThrow();
  await expect(call('paperKey', {}, { sessionId: 'none' })).rejects.toThrow();
  const text = await figures();
  expect(value(text, counted('socket', 'clock.ping', 'done'))).toBe(1);
  expect(value(text, counted('socket', 'clock.drift', 'refused'))).toBe(1);
  expect(value(text, counted('http', 'POST /api/candidate/sign-in', 'done'))).toBe(1);
  expect(value(text, 'yunkao_connected{of="candidate"}')).toBe(1);
  expect(value(text, 'yunkao_connected{of="phone"}')).toBe(0);
  expect(value(text, 'yunkao_free_bytes{of="recordings"}')).toBeGreaterThan(0);
  const outside = await server.fetch(`${server.origin}/metrics`);
  expect(outside.status).toBe(404);
});

test('[SEC-1] what somebody made up, a token or a name never stands among the figures', async () => {
  const { token, attemptId } = await sitTheory(server);
  await server.fetch(`${server.origin}/api/made-up-by-somebody`);
  await server.fetch(`${server.origin}/api/staff/pictures/${attemptId}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const text = await figures();
  expect(value(text, counted('http', 'of no route', 'refused'))).toBe(1);
  for (const secret of ['made-up-by-somebody', token, attemptId, '王']) expect(text).not.toContain(secret);
});

test('requests are to be sent here while the database answers, and not once it does not', async () => {
  const ready = async () => (await server.fetch(server.origin + rawPaths.ready)).status;
  await expect(ready()).resolves.toBe(200);
  await server.db.destroy();
  await expect(ready()).resolves.toBe(500);
});

test('every figure that the dashboard draws is there', async () => {
  const dashboard = await readFile(new URL('../../../docs/operations/dashboard.json', import.meta.url), 'utf8');
  const drawn = new Set(dashboard.match(/yunkao_\w+/g));
  expect(drawn.size).toBeGreaterThan(5);
  const { call } = await sitTheory(server);
  await call('examinations', {});
  const text = await figures();
  for (const name of drawn) expect(text).toMatch(new RegExp(`^${name}[ {]`, 'm'));
});
