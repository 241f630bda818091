import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import type { ClientToServer, ServerToClient, StaffSocket } from '../../../shared/contract/socket.ts';
import { placeAt } from '../wall/place-at.fixture.ts';
import { ServerClock } from './server-clock.ts';
import { StaffConnection } from './staff-connection.ts';
import type { StaffSession } from './staff-session.ts';

const SERVER_TIME = 1_800_000_000_000;
const WAIT = { timeout: 5_000, interval: 10 };

/** A real socket.io server on a port that stays the same, so that it can go and come back. */
let http: HttpServer;
let server: Server<ClientToServer<StaffSocket>, ServerToClient<StaffSocket>>;
let port = 0;
let refusal: string | null = null;
let connection: StaffConnection;
let stored: StaffSession | null;

async function open(): Promise<void> {
  http = createServer();
  server = new Server(http);
  const namespace = server.of('/staff');
  namespace.use((_socket, next) =>
    next(refusal ? Object.assign(new Error(refusal), { data: { reason: refusal, params: {} } }) : undefined),
  );
  namespace.on('connection', (socket) => {
    socket.on('clock.ping', (_, acknowledge) => acknowledge({ ok: true, value: { serverTime: SERVER_TIME } }));
  });
  http.listen(port, '127.0.0.1');
  await once(http, 'listening');
  port = (http.address() as AddressInfo).port;
}

beforeEach(async () => {
  refusal = null;
  stored = null;
  port = 0;
  await open();
  connection = new StaffConnection({
    http: (async () => ({ token: 'token', name: '陈静' })) as unknown as HttpClient,
    clock: new ServerClock({ elapsed: () => performance.now() }, { now: () => 0 }),
    openSocket: (token) =>
      io(`http://127.0.0.1:${port}/staff`, {
        auth: { token },
        autoConnect: false,
        forceNew: true,
        transports: ['websocket'],
        reconnectionDelay: 20,
        reconnectionDelayMax: 40,
      }),
    restored: null,
    store: (session) => (stored = session),
    random: () => 0,
  });
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(async () => {
  await connection.signOut();
  vi.restoreAllMocks();
  await server.close();
});

const state = () => connection.link.get().state;

describe("the console's line to the server", () => {
  it('is connected only after what follows a connection is done, and knows the time of the server', async () => {
    let finish = (): void => undefined;
    let asked = false;
    connection.onConnected(async () => {
      asked = true;
      await new Promise<void>((resolve) => (finish = resolve));
    });
    await connection.signIn('proctor1', 'secret');
    expect(stored).toEqual({ token: 'token', name: '陈静' });
    await expect.poll(() => asked, WAIT).toBe(true);
    expect(state()).toBe('connecting');
    finish();
    await expect.poll(state, WAIT).toBe('connected');
    expect(Math.abs(connection.clock.now() - SERVER_TIME)).toBeLessThan(2_000);
  });

  it('says at once that it is lost and since when, and comes back by itself with all its listeners', async () => {
    const names: string[] = [];
    connection.on('place.changed', (place) => names.push(place.candidateId));
    await connection.signIn('proctor1', 'secret');
    await expect.poll(state, WAIT).toBe('connected');
    await server.close();
    await expect.poll(state, WAIT).toBe('lost');
    const link = connection.link.get();
    expect(link.state === 'lost' && Math.abs(link.since - SERVER_TIME) < 5_000).toBe(true);
    await expect(connection.request('clock.ping', {})).rejects.toMatchObject({ reason: 'unreachable' });
    await open();
    await expect.poll(state, WAIT).toBe('connected');
    server.of('/staff').emit('place.changed', placeAt('a'));
    await expect.poll(() => names, WAIT).toEqual(['a']);
  });

  it('tries again when joining failed, since a half-joined wall would look alive', async () => {
    let tries = 0;
    connection.onConnected(() => (++tries === 1 ? Promise.reject(new Error('no wall')) : Promise.resolve()));
    await connection.signIn('proctor1', 'secret');
    await expect.poll(state, WAIT).toBe('connected');
    expect(tries).toBe(2);
  });

  it('[SEC-1] a token that counts no more leads to the sign-in, with the reason', async () => {
    refusal = 'not_signed_in';
    await connection.signIn('proctor1', 'secret');
    await expect.poll(state, WAIT).toBe('signed_out');
    const link = connection.link.get();
    expect(link.state === 'signed_out' && link.because?.reason).toBe('not_signed_in');
    expect(stored).toBeNull();
  });

  it('a passing refusal is tried again without end', async () => {
    refusal = 'server_error';
    await connection.signIn('proctor1', 'secret');
    await expect.poll(state, WAIT).toBe('lost');
    refusal = null;
    await expect.poll(state, WAIT).toBe('connected');
  });

  it('a message that breaks the contract is logged and left out', async () => {
    const names: string[] = [];
    connection.on('place.changed', (place) => names.push(place.candidateId));
    await connection.signIn('proctor1', 'secret');
    await expect.poll(state, WAIT).toBe('connected');
    const namespace = server.of('/staff');
    namespace.emit('place.changed', { nonsense: true } as never);
    namespace.emit('place.changed', placeAt('b'));
    await expect.poll(() => names, WAIT).toEqual(['b']);
    expect(console.error).toHaveBeenCalledWith('event place.changed breaks the contract', expect.anything());
  });
});
