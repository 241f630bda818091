import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../../../shared/contract/http.ts';
import { candidateSocket, phoneSocket, staffSocket } from '../../../shared/contract/socket.ts';
import { TestServer } from './harness.ts';
import { matching, openPaper, pairPhone, signInBody, sitTheory, staff } from './people.ts';

let server: TestServer;
const tokens = { candidate: '', phone: '', proctor: '' };

beforeAll(async () => {
  server = await TestServer.start();
  const candidate = await sitTheory(server);
  tokens.candidate = candidate.token;
  tokens.phone = await pairPhone(server, candidate);
  tokens.proctor = (await staff(server)).token;
}, 60_000);
afterAll(() => server.end());

const send = (method: string, path: string, token: string | null, body?: unknown) =>
  server.fetch(server.origin + path, {
    method,
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), 'content-type': 'application/json' },
    ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
  });

describe('[SEC-1] what anyone may read', () => {
  test('routes for anyone say nothing of an examination key', async () => {
    const text = await (await send('GET', routes.examinations.path, null)).text();
    expect(text).not.toMatch(/correct|rubric/);
    const mine = { token: tokens.candidate ?? '', call: server.http(tokens.candidate) };
    const paper = await openPaper(server, mine, 'theory');
    expect(paper.sections).toHaveLength(2);
    expect(JSON.stringify(paper)).not.toMatch(/correct|rubric/);
  });
});

describe('[SEC-1] a socket', () => {
  const contracts = [
    [candidateSocket, 'candidate'],
    [phoneSocket, 'phone'],
    [staffSocket, 'proctor'],
  ] as const;
  test.each(contracts)(
    'has no listener for the events of another: $namespace',
    async ({ namespace, requests }, kind) => {
      const mine = await server.connect(namespace, tokens[kind] ?? '');
      for (const other of contracts.flatMap(([contract]) => Object.keys(contract.requests))) {
        if (other in requests) continue;
        const answer = await mine.raw
          .timeout(150)
          .emitWithAck(other, {})
          .catch(() => 'nothing');
        expect([other, answer]).toEqual([other, 'nothing']);
      }
    },
  );

  test('another protocol version is refused before anything else', async () => {
    const socket = server.socket('/staff', tokens.proctor ?? '', 999);
    const refused = await new Promise<Error & { data?: unknown }>((resolve) => socket.on('connect_error', resolve));
    expect(refused.data).toMatchObject({ reason: 'protocol_mismatch' });
    const response = await send('POST', routes.candidateSignIn.path, null, { ...signInBody('wang'), protocol: 999 });
    expect([response.status, await response.json()]).toMatchObject([426, { reason: 'protocol_mismatch' }]);
  });

  test('a page of another origin cannot open a socket', async () => {
    const { statusCode } = await server
      .fetch(`${server.origin}/socket.io/?EIO=4&transport=polling`, {
        headers: { origin: 'https://elsewhere.example' },
      })
      .then((response) => ({ statusCode: response.status }));
    expect(statusCode).toBe(403);
  });
});

describe('a malformed message', () => {
  test.each([
    ['candidateSignIn', {}],
    ['candidateSignIn', 'no object'],
    ['identityCheck', { ...matching, liveTemplate: [1] }],
    ['identityCheck', { ...matching, picture: 'QUJD' }],
    ['identityCheck', { ...matching, actions: ['nod'] }],
    ['identityCheck', { ...matching, actions: ['nod', 'wink'] }],
    ['handIn', { sessionId: 'theory' }],
    ['deviceCheck', { rows: [{ check: 'nothing' }] }],
  ] as const)('is refused: %s', async (name, body) => {
    const response = await send('POST', routes[name].path, tokens.candidate, body);
    expect([response.status, await response.json()]).toMatchObject([400, { reason: 'bad_request' }]);
  });

  test('over a socket is refused by its acknowledgement', async () => {
    const { request } = await server.connect('/candidate', tokens.candidate ?? '');
    for (const body of [{ stage: 'nowhere' }, 'text', [1]]) {
      await expect(request('stage.report', body)).rejects.toMatchObject({ reason: 'bad_request' });
    }
    await expect(request('clock.ping')).resolves.toMatchObject({ serverTime: expect.any(Number) });
  });

  test('that is no JSON, or too large, is refused without a stack trace', async () => {
    const post = (body: string) =>
      server.fetch(server.origin + routes.staffSignIn.path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
    expect(await (await post('{')).json()).toEqual({ reason: 'bad_request', params: {} });
    const large = await post(JSON.stringify({ login: 'x'.repeat(5_000_000) }));
    expect([large.status, await large.json()]).toEqual([413, { reason: 'too_large', params: {} }]);
  });

  test('names of things that do not exist are not found', async () => {
    const { call } = await staff(server);
    await expect(
      call('identityDecision', { decision: 'confirmed', reason: '' }, { attemptId: randomUUID() }),
    ).rejects.toMatchObject({
      reason: 'not_found',
    });
  });
});
