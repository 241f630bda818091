import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Fault } from '../support/fault.ts';
import { candidateSocket, type Reply } from './socket.ts';
import { socketRequest } from './socket-request.ts';

let http: HttpServer;
let server: Server;
let socket: Socket;
/** What the server does with a batch: the test decides. */
let answer: (body: unknown, acknowledge: (reply: Reply<unknown>) => void) => void;

beforeEach(async () => {
  http = createServer().listen(0, '127.0.0.1');
  server = new Server(http);
  server.of(candidateSocket.namespace).on('connection', (connection) => {
    connection.on('entries.append', (body, acknowledge) => answer(body, acknowledge));
  });
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  socket = io(`http://127.0.0.1:${port}${candidateSocket.namespace}`, {
    transports: ['websocket'],
    reconnection: false,
  });
  await new Promise<void>((connected) => socket.once('connect', connected));
});

afterEach(async () => {
  socket.disconnect();
  await server.close();
});

async function fault(promise: Promise<unknown>): Promise<Fault> {
  const cause: unknown = await promise.then(
    () => expect.fail('it succeeded'),
    (thrown: unknown) => thrown,
  );
  if (cause instanceof Fault) return cause;
  throw cause;
}

describe('a socket request', () => {
  it('carries its body and returns the value acknowledged', async () => {
    const bodies: unknown[] = [];
    answer = (body, acknowledge) => {
      bodies.push(body);
      acknowledge({ ok: true, value: { epoch: 2, cursor: 7 } });
    };
    const batch = { epoch: 2, entries: [{ note: '答案' }] };
    expect(await socketRequest(socket, 'entries.append', batch)).toEqual({ epoch: 2, cursor: 7 });
    expect(bodies).toEqual([batch]);
  });

  it('[ANS-5] throws the reason of a refusal, with its params', async () => {
    answer = (_, acknowledge) => acknowledge({ ok: false, reason: 'signed_in_elsewhere', params: { since: 9 } });
    const thrown = await fault(socketRequest(socket, 'entries.append', {}));
    expect(thrown).toMatchObject({ reason: 'signed_in_elsewhere', params: { since: 9 } });
  });

  it('throws unreachable when the server stays silent', async () => {
    answer = () => undefined;
    const thrown = await fault(socketRequest(socket, 'entries.append', {}, 100));
    expect(thrown.reason).toBe('unreachable');
    expect(thrown.cause).toBeInstanceOf(Error);
  });

  it('throws unreachable when the connection breaks before the acknowledgement', async () => {
    answer = () => server.of(candidateSocket.namespace).disconnectSockets(true);
    expect((await fault(socketRequest(socket, 'entries.append', {}, 5000))).reason).toBe('unreachable');
  });

  it('throws unreachable for an event the server does not know', async () => {
    answer = (_, acknowledge) => acknowledge({ ok: true, value: {} });
    expect((await fault(socketRequest(socket, 'no.such.event', {}, 100))).reason).toBe('unreachable');
  });
});
