import type { Socket } from 'socket.io-client';
import { RefusalSchema } from '../../../shared/contract/http.ts';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import {
  type ClientToServer,
  type EventName,
  type EventPayload,
  type RequestBody,
  type RequestName,
  type RequestReply,
  type ServerToClient,
  type StaffSocket,
  staffSocket,
} from '../../../shared/contract/socket.ts';
import { socketRequest } from '../../../shared/contract/socket-request.ts';
import { backoffDelay } from '../../../shared/support/backoff.ts';
import { Fault } from '../../../shared/support/fault.ts';
import { Watched } from '../watched.ts';
import type { Link } from './link.ts';
import type { ServerClock } from './server-clock.ts';
import type { StaffSession } from './staff-session.ts';

export type StaffClientSocket = Socket<ServerToClient<StaffSocket>, ClientToServer<StaffSocket>>;

/** How often the server is asked whether it is still there, and how long it may take, in ms. */
const HEARTBEAT_MS = 5_000;
const HEARTBEAT_TIMEOUT_MS = 4_000;
/** Refusals that signing in again (or reloading the page) must answer; trying on would not help. */
const FINAL_REASONS = new Set(['not_signed_in', 'not_allowed', 'protocol_mismatch']);

interface StaffConnectionParts {
  http: HttpClient;
  clock: ServerClock;
  /** Opens a socket on `/staff` for this token, not connected yet, with endless reconnection. */
  openSocket: (token: string) => StaffClientSocket;
  restored: StaffSession | null;
  store: (session: StaffSession | null) => void;
  random: () => number;
}

/** The one line to the server: sign-in, requests, events, and what a person must know about the line itself. */
export class StaffConnection {
  readonly session: Watched<StaffSession | null>;
  readonly link = new Watched<Link>({ state: 'signed_out', because: null });
  readonly http: HttpClient;
  readonly clock: ServerClock;
  readonly #parts: StaffConnectionParts;
  readonly #listeners: ((socket: StaffClientSocket) => void)[] = [];
  readonly #onConnected: (() => Promise<void>)[] = [];
  #socket: StaffClientSocket | null = null;
  #heartbeat: ReturnType<typeof setInterval> | null = null;
  #retry: ReturnType<typeof setTimeout> | null = null;
  #refusals = 0;

  constructor(parts: StaffConnectionParts) {
    this.#parts = parts;
    this.http = parts.http;
    this.clock = parts.clock;
    this.session = new Watched(parts.restored);
  }

  /** Takes up a session kept from before a reload, once all listeners are in place. */
  start(): void {
    const session = this.session.get();
    if (session) this.#open(session);
  }

  /** Throws `Fault` (`password_wrong`, `second_factor_unset`, `code_missing`, `too_many_tries`, `unreachable`…). */
  async signIn(login: string, password: string, code?: string): Promise<void> {
    const { token, name, role } = await this.http('staffSignIn', { login, password, code });
    this.enter({ token, name, role });
  }

  /** Goes on with a session that was given otherwise: right after the second factor was set up. */
  enter(session: StaffSession): void {
    this.#parts.store(session);
    this.session.set(session);
    this.#open(session);
  }

  /** On purpose: the exam centre forgets the sign-in too. Without a line it ends by itself. */
  async signOut(): Promise<void> {
    const ended = this.http('staffSignOut', {});
    this.#leave(null);
    await ended.catch((cause: unknown) => console.error('the sign-in could not be ended at the exam centre', cause));
  }

  #leave(because: Fault | null): void {
    this.#stopTimers();
    this.#socket?.removeAllListeners();
    this.#socket?.disconnect();
    this.#socket = null;
    this.#parts.store(null);
    this.session.set(null);
    this.link.set({ state: 'signed_out', because });
  }

  /** One request of the staff contract. Throws `Fault`; `unreachable` while there is no connection. */
  async request<Name extends RequestName<StaffSocket>>(
    name: Name,
    body: RequestBody<StaffSocket, Name>,
    timeoutMs?: number,
  ): Promise<RequestReply<StaffSocket, Name>> {
    if (!this.#socket?.connected) throw new Fault('unreachable');
    const value = await socketRequest<unknown>(this.#socket, name, body, timeoutMs);
    return staffSocket.requests[name].reply.parse(value) as RequestReply<StaffSocket, Name>;
  }

  /** Listens on this and every later socket. A message that breaks the contract is logged and left out. */
  on<Name extends EventName<StaffSocket>>(
    name: Name,
    listener: (payload: EventPayload<StaffSocket, Name>) => void,
  ): void {
    this.#listeners.push((socket) => {
      const receive = (raw: unknown): void => {
        const parsed = staffSocket.events[name].safeParse(raw);
        if (parsed.success) listener(parsed.data as EventPayload<StaffSocket, Name>);
        else console.error(`event ${name} breaks the contract`, parsed.error);
      };
      (socket as unknown as { on(event: string, listener: (raw: unknown) => void): void }).on(name, receive);
    });
  }

  /** Runs after every connection, in the order added; the link counts as connected when all are done. */
  onConnected(perform: () => Promise<void>): void {
    this.#onConnected.push(perform);
  }

  #open(session: StaffSession): void {
    this.#stopTimers();
    this.link.set({ state: 'connecting' });
    const socket = this.#parts.openSocket(session.token);
    this.#socket = socket;
    for (const listen of this.#listeners) listen(socket);
    socket.on('connect', () => void this.#connected(socket));
    socket.on('disconnect', (reason) => {
      this.#lost();
      if (reason === 'io server disconnect') this.#reconnectLater(socket);
    });
    socket.on('connect_error', (error) => this.#refused(socket, error));
    socket.connect();
  }

  async #connected(socket: StaffClientSocket): Promise<void> {
    try {
      await this.#beat();
      for (const perform of this.#onConnected) await perform();
    } catch (cause) {
      console.error('joining after connecting failed', cause);
      if (this.#socket !== socket) return;
      socket.disconnect();
      this.#lost();
      this.#reconnectLater(socket);
      return;
    }
    if (this.#socket !== socket || !socket.connected) return;
    this.#refusals = 0;
    this.link.set({ state: 'connected' });
    this.#stopTimers();
    this.#heartbeat = setInterval(() => void this.#watch(socket), HEARTBEAT_MS);
  }

  /** A pulled cable closes nothing: only an answer that stays out tells. */
  async #watch(socket: StaffClientSocket): Promise<void> {
    try {
      await this.#beat();
    } catch (cause) {
      if (this.#socket !== socket || !socket.connected) return;
      console.error('the server does not answer', cause);
      socket.io.engine.close();
    }
  }

  #beat(): Promise<void> {
    return this.clock.measure(() => this.request('clock.ping', {}, HEARTBEAT_TIMEOUT_MS));
  }

  #lost(): void {
    this.#stopTimers();
    if (this.link.get().state !== 'lost') this.link.set({ state: 'lost', since: this.clock.now() });
  }

  #refused(socket: StaffClientSocket, error: Error & { data?: unknown }): void {
    const refusal = RefusalSchema.safeParse(error.data);
    if (refusal.success && FINAL_REASONS.has(refusal.data.reason)) {
      this.#leave(new Fault(refusal.data.reason, refusal.data.params));
      return;
    }
    this.#lost();
    // socket.io goes on by itself after a failure of the network, but not after a refusal.
    if (!socket.active) this.#reconnectLater(socket);
  }

  #reconnectLater(socket: StaffClientSocket): void {
    if (this.#retry) clearTimeout(this.#retry);
    this.#retry = setTimeout(
      () => {
        if (this.#socket === socket) socket.connect();
      },
      backoffDelay(this.#refusals++, this.#parts.random),
    );
  }

  #stopTimers(): void {
    if (this.#heartbeat) clearInterval(this.#heartbeat);
    if (this.#retry) clearTimeout(this.#retry);
    this.#heartbeat = null;
    this.#retry = null;
  }
}
