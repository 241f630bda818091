import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { until } from '../observable.ts';
import { type Connection, openConnection } from './connection.ts';

let http: HttpServer;
let centre: Server;
let connection: Connection;
let socket: Socket;
/** Tries to come back that are yet to be made. */
const tries = new Set<NodeJS.Timeout>();
const network = new EventTarget();

beforeEach(async () => {
  http = createServer();
  centre = new Server(http);
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  centre.of('/candidate').on('connection', (socket) => {
    socket.on('clock.ping', (_, reply) => reply({ ok: true, value: { serverTime: 7 } }));
    socket.on('stage.report', (_, reply) => reply({ ok: false, reason: 'not_allowed', params: {} }));
  });
  const { port } = http.address() as AddressInfo;
  socket = io(`http://127.0.0.1:${port}/candidate`, {
    autoConnect: false,
    transports: ['websocket'],
    reconnectionDelay: 20,
    reconnectionDelayMax: 40,
    forceNew: true,
  });
  connection = openConnection({
    socket,
    now: () => 42,
    schedule: (task, ms) => {
      const timer = setTimeout(
        () => {
          tries.delete(timer);
          task();
        },
        Math.min(ms, 50),
      );
      tries.add(timer);
      return () => {
        tries.delete(timer);
        clearTimeout(timer);
      };
    },
    network,
    log: () => undefined,
  });
});

afterEach(async () => {
  connection.close();
  await centre.close();
});

const online = () => until(connection, (state) => state.online);
const offline = () => until(connection, (state) => !state.online);

describe('the connection to the exam centre', () => {
  it('carries a request and its reply, and a refusal as a Fault', async () => {
    await online();
    expect(await connection.request('clock.ping', {})).toEqual({ serverTime: 7 });
    await expect(connection.request('stage.report', { stage: 'waiting' })).rejects.toMatchObject({
      reason: 'not_allowed',
    });
  });

  it('knows since when the centre is lost, and comes back by itself', async () => {
    await online();
    centre.of('/candidate').disconnectSockets(true);
    expect((await offline()).offlineSince).toBe(42);
    expect((await online()).offlineSince).toBeNull();
  });

  it('returns even when the server itself closed the socket', async () => {
    await online();
    centre.of('/candidate').disconnectSockets(false);
    await offline();
    await online();
  });

  it('says why it is not let in, and goes on asking', async () => {
    centre.of('/candidate').use((_, next) => {
      const refusal = { reason: 'not_signed_in', params: {} };
      next(Object.assign(new Error('not_signed_in'), { data: refusal }));
    });
    const refused = await until(connection, (state) => state.refusal !== null);
    expect(refused.refusal?.reason).toBe('not_signed_in');
  });

  it('[ANS-5] does not come back once the attempt was taken over', async () => {
    await online();
    centre.of('/candidate').emit('fenced', { at: 1 });
    centre.of('/candidate').disconnectSockets(false);
    await offline();
    network.dispatchEvent(new Event('online'));
    expect(socket.active).toBe(false);
    expect(tries.size).toBe(0);
  });

  it('believes the operating system when it says that the cable is out', async () => {
    await online();
    network.dispatchEvent(new Event('offline'));
    await offline();
    await online();
  });

  it('[ANS-2] comes back at once when the network does, whatever the wait between two tries has grown to', async () => {
    await online();
    const { port } = http.address() as AddressInfo;
    connection.close();
    const patient = io(`http://127.0.0.1:${port}/candidate`, {
      ...{ autoConnect: false, transports: ['websocket'], forceNew: true },
      ...{ reconnectionDelay: 3_600_000, reconnectionDelayMax: 3_600_000 },
    });
    connection = openConnection({
      ...{ socket: patient, now: () => 42, network, log: () => undefined },
      schedule: () => () => undefined,
    });
    await online();
    patient.io.engine.close();
    await offline();
    network.dispatchEvent(new Event('online'));
    await online();
  });

  it('does not believe in a connection that another network or a sleep may have ended: it asks', async () => {
    await online();
    let connects = 0;
    centre.of('/candidate').on('connection', () => {
      connects += 1;
    });
    network.dispatchEvent(new Event('online'));
    await connection.request('clock.ping', {});
    expect(connects).toBe(0);
    const [socket] = await centre.of('/candidate').fetchSockets();
    const real = centre.of('/candidate').sockets.get(socket?.id ?? '');
    real?.removeAllListeners('clock.ping');
    connection.doubt();
    await expect.poll(() => connects, { timeout: 5_000 }).toBe(1);
  });
});
