import type { Socket } from 'socket.io-client';
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
import { createObservable, type Observable } from '../observable.ts';

export interface ConnectionState {
  online: boolean;
  /** When the exam centre was last lost, server clock ms; null while it is there. */
  offlineSince: number | null;
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
  close(): void;
}

const PROBE_MS = 5_000;

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
 * The one socket to the exam centre. A cable pulled between two heartbeats is noticed by a probe each 5 s, so that
 * the candidate is told within seconds; it comes back by itself for as long as the window lives.
 */
export function openConnection({ socket, now, schedule, network, log }: Parts): Connection {
  const state = createObservable<ConnectionState>({ online: false, offlineSince: now() });
  let closed = false;
  let cancelProbe = () => {};
  let cancelRetry = () => {};

  const request: Connection['request'] = (name, body, timeoutMs) => socketRequest(socket, name, body, timeoutMs);
  const lost = (): void => state.patch({ online: false, offlineSince: state.state.offlineSince ?? now() });

  async function probe(): Promise<void> {
    try {
      await request('clock.ping', {}, PROBE_MS);
    } catch {
      // The transport still believes in its connection: drop it, and the reconnection starts at once.
      if (socket.connected) socket.io.engine.close();
    }
    if (socket.connected) cancelProbe = schedule(() => void probe(), PROBE_MS);
  }

  socket.on('connect', () => {
    state.set({ online: true, offlineSince: null });
    log('info', 'connected to the exam centre');
    cancelProbe();
    cancelProbe = schedule(() => void probe(), PROBE_MS);
  });
  socket.on('disconnect', (why) => {
    cancelProbe();
    lost();
    log('warn', `connection lost: ${why}`);
    // socket.io does not return by itself from a close the server asked for; a restarting server asks for it.
    if (why === 'io server disconnect' && !closed) cancelRetry = schedule(() => socket.connect(), PROBE_MS);
  });
  socket.on('connect_error', (cause) => {
    lost();
    log('warn', `connection refused: ${cause.message}`);
    if (!socket.active && !closed) cancelRetry = schedule(() => socket.connect(), PROBE_MS);
  });

  const cableOut = (): void => {
    if (socket.connected) socket.io.engine.close();
  };
  const cableIn = (): void => {
    if (!socket.connected && !closed) socket.disconnect().connect();
  };
  network.addEventListener('offline', cableOut);
  network.addEventListener('online', cableIn);
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
    close() {
      closed = true;
      cancelProbe();
      cancelRetry();
      network.removeEventListener('offline', cableOut);
      network.removeEventListener('online', cableIn);
      socket.disconnect();
    },
  };
}
