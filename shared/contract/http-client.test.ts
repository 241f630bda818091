import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { Fault } from '../support/fault.ts';
import { createHttpClient } from './http-client.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

const servers: Server[] = [];

async function serve(handler: Handler): Promise<string> {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    handler(request, response, body);
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const client = (origin: string, token: string | null = null, timeoutMs = 5000) =>
  createHttpClient({ origin, token: () => token, timeoutMs });

const json =
  (status: number, value: unknown): Handler =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));

async function fault(promise: Promise<unknown>): Promise<Fault> {
  const cause: unknown = await promise.then(
    () => expect.fail('it succeeded'),
    (thrown: unknown) => thrown,
  );
  if (cause instanceof Fault) return cause;
  throw cause;
}

const signIn = { login: 'proctor1', password: '口令' };
const staff = { token: 't', name: '陈静', role: 'proctor', serverTime: 5 };

describe('the HTTP client', () => {
  it('sends method, path and body of the contract and returns the parsed reply', async () => {
    let seen: unknown;
    const origin = await serve((request, response, body) => {
      seen = [request.method, request.url, request.headers['content-type'], JSON.parse(body)];
      json(200, { ...staff, surplus: true })(request, response, body);
    });
    expect(await client(origin)('staffSignIn', signIn)).toEqual(staff);
    expect(seen).toEqual(['POST', '/api/staff/sign-in', 'application/json', signIn]);
  });

  it('sends the token only when there is one, and no body with GET', async () => {
    const seen: unknown[] = [];
    const origin = await serve((request, response, body) => {
      seen.push([request.method, request.headers.authorization, request.headers['content-type'], body]);
      json(200, { jpeg: '' })(request, response, body);
    });
    await client(origin)('registeredPhoto', {});
    await client(origin, 'secret')('registeredPhoto', {});
    expect(seen).toEqual([
      ['GET', undefined, undefined, ''],
      ['GET', 'Bearer secret', undefined, ''],
    ]);
  });

  it('fills the path from its params, so that none of them can leave its place', async () => {
    let path: string | undefined;
    const origin = await serve((request, response, body) => {
      path = request.url;
      json(200, { events: [] })(request, response, body);
    });
    await client(origin)('attemptEvents', {}, { attemptId: 'a/../b?c 准' });
    expect(path).toBe('/api/staff/attempts/a%2F..%2Fb%3Fc%20%E5%87%86/events');
  });

  it('throws the reason the server gave, with its params', async () => {
    const origin = await serve(json(409, { reason: 'already_signed_in', params: { since: 1234 } }));
    const thrown = await fault(client(origin)('staffSignIn', signIn));
    expect(thrown).toMatchObject({ reason: 'already_signed_in', params: { since: 1234 } });
  });

  it.each([
    ['a reason outside the closed list', { reason: 'gremlins', params: {} }],
    ['another shape', { error: 'Internal Server Error' }],
  ])('throws server_error for a refusal with %s', async (_, answer) => {
    const origin = await serve(json(500, answer));
    expect((await fault(client(origin)('staffSignIn', signIn))).reason).toBe('server_error');
  });

  it.each<[string, Handler]>([
    ['a reply that is not of the contract', json(200, { ...staff, role: 'headmaster' })],
    ['a gateway page instead of JSON', (_, response) => response.writeHead(502).end('<h1>Bad Gateway</h1>')],
    [
      'a connection that breaks in the middle',
      (_, response) => {
        response.writeHead(200, { 'content-length': '100' }).write('{"tok');
        response.destroy();
      },
    ],
  ])('throws unreachable, with its cause, for %s', async (_, handler) => {
    const thrown = await fault(client(await serve(handler))('staffSignIn', signIn));
    expect(thrown.reason).toBe('unreachable');
    expect(thrown.cause).toBeInstanceOf(Error);
  });

  it('throws unreachable when nobody listens there', async () => {
    const origin = await serve(json(200, staff));
    const server = servers.pop() ?? expect.fail('no server');
    await new Promise((closed) => server.close(closed));
    expect((await fault(client(origin)('staffSignIn', signIn))).reason).toBe('unreachable');
  });

  it('throws unreachable when no answer comes in time, and lets the connection go', async () => {
    let connectionClosed: Promise<unknown> = Promise.resolve();
    const origin = await serve((request) => {
      connectionClosed = once(request.socket, 'close');
    });
    expect((await fault(client(origin, null, 100)('staffSignIn', signIn))).reason).toBe('unreachable');
    await connectionClosed;
  });
});
