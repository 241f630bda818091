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
import { PHONE_BEAT_MS } from '../../../shared/domain/phone-watch.ts';
import type { Tilt } from '../../../shared/domain/tilt.ts';
import type { Reason } from '../../../shared/support/fault.ts';

const NAMESPACE: PhoneSocket['namespace'] = '/phone';
/** An answer later than this is a lost connection to the person, whatever the socket still believes. */
const ANSWER_MS = 4_000;
/** So many unanswered heartbeats and the socket is made anew: after a change of network it may never notice itself. */
const DEAF_AFTER = 3;
const RETRY_MS = 3_000;
/** A lost connection ends the wait for it sooner; a second one beside it would only slow both. */
const STILL_ANSWER_MS = 60_000;

export type Heartbeat = RequestBody<PhoneSocket, 'heartbeat'>;
export type Gap = RequestBody<PhoneSocket, 'gap.report'>;
/** Whether this browser can send what it sees to a proctor's wall. */
export const WATCHABLE = 'RTCPeerConnection' in window;
type Events = { [Name in keyof PhoneSocket['events']]: (payload: EventPayload<PhoneSocket, Name>) => void };

export interface PhoneConnectionOptions {
  token: string;
  events: Events;
  heartbeat(): Heartbeat;
  /** The centre has this one. */
  onHeard(heartbeat: Heartbeat): void;
  /** Whether the centre answers, from its answers to heartbeats. */
  onOnline(online: boolean): void;
  /** The centre refuses this phone for good. Other refusals are retried. */
  onRefused(reason: Reason): void;
  log(text: string, cause: unknown): void;
}

export interface PhoneConnection {
  signal(viewId: string, data: unknown): void;
  /** Resolves once the centre has it. Throws `Fault`. */
  reportGap(gap: Gap): Promise<unknown>;
  /** `tilt`: how the phone stood meanwhile. Resolves once the centre has stored it. Throws `Fault`. */
  still(takenAt: number, jpeg: Blob, tilt: Tilt | null): Promise<unknown>;
  /** Milliseconds of the server's clock. Throws `Fault`. */
  serverTime(): Promise<number>;
  /** Says at once what a heartbeat would say later, for instance that the page was hidden. */
  beat(): void;
  close(): void;
}

const FINAL: readonly Reason[] = ['not_signed_in', 'not_allowed', 'protocol_mismatch'];

/** The phone's line to the server. Reconnects by itself, for ever. */
export function connectPhone(options: PhoneConnectionOptions): PhoneConnection {
  const { token, events, heartbeat, onHeard, onOnline, onRefused, log } = options;
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
    const said = heartbeat();
    request('heartbeat', said).then(
      () => {
        unanswered = 0;
        onHeard(said);
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
  // The browser mostly knows before anything fails to be answered, and when another network has taken over.
  const onLeft = (): void => onOnline(false);
  const onReturned = (): void => {
    socket.disconnect().connect();
  };
  window.addEventListener('offline', onLeft);
  window.addEventListener('online', onReturned);
  const beatTimer = setInterval(beat, PHONE_BEAT_MS);

  return {
    signal: (viewId, data) => {
      if (socket.connected)
        request('signal', { viewId, data }).catch((cause) => log('a signal was not passed on', cause));
    },
    reportGap: (gap) => request('gap.report', gap),
    still: (takenAt, jpeg, tilt) =>
      socketRequest(socket, 'still', { takenAt, jpeg, watchable: WATCHABLE, tilt }, STILL_ANSWER_MS),
    serverTime: async () => (await request('clock.ping', {})).serverTime,
    beat,
    close: () => {
      closed = true;
      clearInterval(beatTimer);
      window.removeEventListener('offline', onLeft);
      window.removeEventListener('online', onReturned);
      clearTimeout(retryTimer);
      socket.disconnect();
    },
  };
}
