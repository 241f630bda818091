import { Agent } from 'node:https';
import { io, type Socket } from 'socket.io-client';
import { rawPaths } from '../../../shared/contract/http.ts';
import { createHttpClient, type HttpClient } from '../../../shared/contract/http-client.ts';
import { socketRequest } from '../../../shared/contract/socket-request.ts';
import { PROTOCOL_VERSION } from '../../../shared/contract/version.ts';
import type { PaperKey } from '../../../shared/contract/views.ts';
import { httpsFetch } from '../../contract/server/https-fetch.ts';
import { JPEG } from '../../contract/server/sample.ts';
import type { CrowdCandidate } from './crowd-sample.ts';

/** One simulated candidate who has been recognised and sits before the window, waiting. */
export interface WaitingCandidate {
  attemptId: string;
  token: string;
  call: HttpClient;
  /** The sealed paper of the session, as a window fetches it while it waits. */
  fetchPackage(sessionId: string): Promise<Uint8Array<ArrayBuffer>>;
  /** When the key of the session was sent to this candidate, ms since the Unix epoch; null while it was not. */
  sentAt(sessionId: string): number | null;
  keyOf(sessionId: string): string | null;
  reportWaiting(): Promise<unknown>;
  close(): void;
}

const TEMPLATE = Array.from({ length: 192 }, (_, index) => (index === 0 ? 1 : 0));

/** Homes have addresses of their own: the server counts sign-ins of one address. */
export const homeOf = (index: number): string => `127.0.${1 + Math.floor(index / 200)}.${1 + (index % 200)}`;

/** Signs in, consents, is recognised, passes the device check and connects, all through the real protocol. */
export async function enterWaitingRoom(
  { origin, ca }: { origin: string; ca: string },
  { admissionNo, identityNo }: CrowdCandidate,
  index: number,
): Promise<WaitingCandidate> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const localAddress = homeOf(index);
  const send = httpsFetch(ca, { agent, localAddress });
  const clientOf = (token: string | null) => createHttpClient({ origin, token: () => token, fetch: send });
  const body = { protocol: PROTOCOL_VERSION, admissionNo, identityNo, takeOver: false };
  const { token, attempt } = await clientOf(null)('candidateSignIn', {
    ...body,
    computerId: admissionNo,
    platform: 'bench',
  });
  const call = clientOf(token);
  await call('consent', {});
  await call('identityCheck', {
    picture: JPEG.toString('base64'),
    liveTemplate: TEMPLATE,
    registeredTemplate: TEMPLATE,
    livenessPassed: true,
    actions: ['nod', 'turn_left'],
    turnDegrees: 20,
  });
  await call('deviceCheck', { rows: [] });
  const auth = { token, protocol: PROTOCOL_VERSION };
  const options = { auth, ca, localAddress, transports: ['websocket'], forceNew: true };
  const socket: Socket = io(`${origin}/candidate`, options as Parameters<typeof io>[1]);
  const sent = new Map<string, { at: number; key: string }>();
  socket.on('paper.key', ({ sessionId, key }: PaperKey) => sent.set(sessionId, { at: Date.now(), key }));
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return {
    attemptId: attempt.id,
    token,
    call,
    sentAt: (sessionId) => sent.get(sessionId)?.at ?? null,
    keyOf: (sessionId) => sent.get(sessionId)?.key ?? null,
    reportWaiting: () => socketRequest(socket, 'stage.report', { stage: 'waiting' }, 20_000),
    async fetchPackage(sessionId) {
      const response = await send(origin + rawPaths.paperPackage + sessionId, {
        headers: { authorization: `Bearer ${token}` },
      });
      if (!response.ok) throw new Error(`the paper package was refused: ${await response.text()}`);
      return new Uint8Array(await response.arrayBuffer());
    },
    close() {
      socket.disconnect();
      agent.destroy();
    },
  };
}
