import { io, type Socket } from 'socket.io-client';
import type {
  ClientToServer,
  EventPayload,
  PhoneSocket,
  RequestBody,
  RequestReply,
  ServerToClient,
} from '../../../shared/contract/socket.ts';
import { socketRequest } from '../../../shared/contract/socket-request.ts';
import { PROTOCOL_VERSION } from '../../../shared/contract/version.ts';
import type { Reason } from '../../../shared/support/fault.ts';

const NAMESPACE: PhoneSocket['namespace'] = '/phone';
const HEARTBEAT_MS = 2_000;
/** An answer later than this is a lost connection to the person, whatever the socket still believes. */
const ANSWER_MS = 4_000;
/** So many unanswered heartbeats and the socket is made anew: after a change of network it may never notice itself. */
const DEAF_AFTER = 3;
const RETRY_MS = 3_000;

export type Heartbeat = RequestBody<PhoneSocket, 'heartbeat'>;
type Events = { [Name in keyof PhoneSocket['events']]: (payload: EventPayload<PhoneSocket, Name>) => void };

export interface PhoneConnectionOptions {
  token: string;
  events: Events;
  heartbeat(): Heartbeat;
  /** Whether the centre answers, from its answers to heartbeats. */
  onOnline(online: boolean): void;
  /** The centre refuses this phone for good. Other refusals are retried. */
  onRefused(reason: Reason): void;
  log(text: string, cause: unknown): void;
}

export interface PhoneConnection {
  signal(viewId: string, data: unknown): void;
  /** Milliseconds of the server's clock. Throws `Fault`. */
  serverTime(): Promise<number>;
  /** Says at once what a heartbeat would say later, for instance that the page was hidden. */
  beat(): void;
  close(): void;
}

const FINAL: readonly Reason[] = ['not_signed_in', 'not_allowed', 'protocol_mismatch'];

/** The phone's line to the server. Reconnects by itself, for ever. */
export function connectPhone(options: PhoneConnectionOptions): PhoneConnection {
  const { token, events, heartbeat, onOnline, onRefused, log } = options;
  const socket: Socket<ServerToClient<PhoneSocket>, ClientToServer<PhoneSocket>> = io(NAMESPACE, {
    auth: { token, protocol: PROTOCOL_VERSION },
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
  });
  let closed = false;
  let unanswered = 0;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;

  const request = <Name extends keyof PhoneSocket['requests']>(name: Name, body: RequestBody<PhoneSocket, Name>) =>
    socketRequest<RequestReply<PhoneSocket, Name>>(socket, name, body, ANSWER_MS);

  const reconnectLater = (): void => {
    clearTimeout(retryTimer);
    if (!closed) retryTimer = setTimeout(() => socket.connect(), RETRY_MS);
  };
  const beat = (): void => {
    if (!socket.connected) return;
    request('heartbeat', heartbeat()).then(
      () => {
        unanswered = 0;
        if (!closed) onOnline(true);
      },
      (cause: unknown) => {
        if (closed) return;
        log('a heartbeat was not answered', cause);
        onOnline(false);
        unanswered += 1;
        if (unanswered >= DEAF_AFTER && socket.connected) socket.disconnect().connect();
      },
    );
  };

  socket.on('connect', () => {
    unanswered = 0;
    beat();
  });
  socket.on('disconnect', () => {
    if (closed) return;
    onOnline(false);
    // `active` is false when the server closed the socket: then socket.io leaves coming back to us.
    if (!socket.active) reconnectLater();
  });
  socket.on('connect_error', (cause: Error & { data?: { reason?: Reason } }) => {
    if (closed) return;
    log('the centre cannot be reached', cause);
    onOnline(false);
    const reason = cause.data?.reason;
    if (reason && FINAL.includes(reason)) onRefused(reason);
    else if (!socket.active) reconnectLater();
  });
  socket.on('ended', events.ended);
  socket.on('view.start', events['view.start']);
  socket.on('view.quality', events['view.quality']);
  socket.on('view.stop', events['view.stop']);
  socket.on('signal', events.signal);
  const beatTimer = setInterval(beat, HEARTBEAT_MS);

  return {
    signal: (viewId, data) => {
      if (socket.connected)
        request('signal', { viewId, data }).catch((cause) => log('a signal was not passed on', cause));
    },
    serverTime: async () => (await request('clock.ping', {})).serverTime,
    beat,
    close: () => {
      closed = true;
      clearInterval(beatTimer);
      clearTimeout(retryTimer);
      socket.disconnect();
    },
  };
}
