import type { Socket } from 'socket.io-client';
import { RefusalSchema } from '../../../shared/contract/http.ts';
import type {
  CandidateSocket,
  ClientToServer,
  EventName,
  EventPayload,
  RequestBody,
  RequestName,
  RequestReply,
  ServerToClient,
} from '../../../shared/contract/socket.ts';
import { socketRequest } from '../../../shared/contract/socket-request.ts';
import { Fault } from '../../../shared/support/fault.ts';
import { createObservable, type Observable } from '../observable.ts';

export interface ConnectionState {
  online: boolean;
  /** When the exam centre was last lost, server clock ms; null while it is there. */
  offlineSince: number | null;
  /** The exam centre was there and did not let this window in; it goes on asking. */
  refusal: Fault | null;
}

export interface Connection extends Observable<ConnectionState> {
  /** Throws `Fault`: the server's reason, or `unreachable`. */
  request<Name extends RequestName<CandidateSocket>>(
    name: Name,
    body: RequestBody<CandidateSocket, Name>,
    timeoutMs?: number,
  ): Promise<RequestReply<CandidateSocket, Name>>;
  on<Name extends EventName<CandidateSocket>>(
    name: Name,
    listener: (payload: EventPayload<CandidateSocket, Name>) => void,
  ): void;
  /**
   * Something happened that a connection may not have survived without knowing: another network, a sleep. Asks the exam
   * centre, and connects anew when it does not answer soon; at once when there is no connection.
   */
  doubt(): void;
  close(): void;
}

/** An exam centre that is there answers sooner. */
const DOUBT_MS = 2_000;
const RETRY_MS = 5_000;

interface Parts {
  /** Not yet connected (`autoConnect: false`), reconnecting without end. */
  socket: Socket<ServerToClient<CandidateSocket>, ClientToServer<CandidateSocket>>;
  now(): number;
  schedule(task: () => void, ms: number): () => void;
  /** `window`: says `online` and `offline` before any timeout can. */
  network: EventTarget;
  log(level: 'info' | 'warn', text: string): void;
}

/**
 * The one socket to the exam centre. It comes back by itself for as long as the window lives, unless the attempt was
 * taken over by another computer (ANS-5).
 */
export function openConnection({ socket, now, schedule, network, log }: Parts): Connection {
  const state = createObservable<ConnectionState>({ online: false, offlineSince: now(), refusal: null });
  let closed = false;
  let cancelRetry = () => {};

  const request: Connection['request'] = (name, body, timeoutMs) => socketRequest(socket, name, body, timeoutMs);
  const lost = (refusal: Fault | null): void =>
    state.patch({ online: false, offlineSince: state.state.offlineSince ?? now(), refusal });

  socket.on('connect', () => {
    state.set({ online: true, offlineSince: null, refusal: null });
    log('info', 'connected to the exam centre');
  });
  socket.on('disconnect', (why) => {
    lost(null);
    log('warn', `connection lost: ${why}`);
    // socket.io does not return by itself from a close the server asked for; a restarting server asks for it.
    if (why === 'io server disconnect' && !closed) cancelRetry = schedule(() => socket.connect(), RETRY_MS);
  });
  socket.on('connect_error', (cause: Error & { data?: unknown }) => {
    const refused = RefusalSchema.safeParse(cause.data);
    lost(refused.success ? new Fault(refused.data.reason, refused.data.params) : null);
    log('warn', `connection refused: ${cause.message}`);
    if (!socket.active && !closed) cancelRetry = schedule(() => socket.connect(), RETRY_MS);
  });

  socket.on('fenced', () => {
    closed = true;
  });

  const cableOut = (): void => {
    if (socket.connected) socket.io.engine.close();
  };
  const again = (): void => {
    if (!closed) socket.disconnect().connect();
  };
  const doubt = (): void => {
    if (socket.connected) request('clock.ping', {}, DOUBT_MS).catch(again);
    else again();
  };
  network.addEventListener('offline', cableOut);
  network.addEventListener('online', doubt);
  socket.connect();

  return {
    get state() {
      return state.state;
    },
    subscribe: state.subscribe,
    request,
    on(name, listener) {
      socket.on(name, listener as never);
    },
    doubt,
    close() {
      closed = true;
      cancelRetry();
      network.removeEventListener('offline', cableOut);
      network.removeEventListener('online', doubt);
      socket.disconnect();
    },
  };
}
