import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server, type ServerOptions } from 'socket.io';
import { candidateSocket, phoneSocket, staffSocket } from '../../shared/contract/socket.ts';
import { EXAM_ORIGIN } from '../http/app.ts';
import type { CandidateCaller, PhoneCaller, StaffCaller } from '../services/callers.ts';

/** Two hundred entries of the longest text a paper allows. */
const MESSAGE_LIMIT = 16 * 1024 * 1024;
/** A dead connection is noticed within eleven seconds. */
const PING_EVERY_MS = 5_000;
const PING_WAIT_MS = 6_000;

/** What the server remembers of a socket. */
export interface SocketData<Caller = CandidateCaller | PhoneCaller | StaffCaller> {
  caller: Caller;
}
// biome-ignore lint/suspicious/noExplicitAny: events are checked against the contract where they are sent and received
type Events = any;
export type SocketServer = Server<Events, Events, Events, SocketData>;
export type Namespace = ReturnType<SocketServer['of']>;

/** Pages of the server itself, the exam window, and programs that send no Origin. */
function allowedOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  return origin === undefined || origin === EXAM_ORIGIN || origin === `https://${host}`;
}

/** How many are connected, by namespace: `candidate`, `phone` and `staff`. */
export function connectedBy(io: SocketServer): Record<string, number> {
  const namespaces = [candidateSocket, phoneSocket, staffSocket].map(({ namespace }) => namespace);
  return Object.fromEntries(namespaces.map((name) => [name.slice(1), io.of(name).sockets.size]));
}

/** @param adapter carries messages to other processes; undefined: there is only this one */
export function createSocketServer(server: HttpServer, adapter?: ServerOptions['adapter']): SocketServer {
  return new Server(server, {
    ...(adapter && { adapter }),
    cors: { origin: [EXAM_ORIGIN] },
    // CORS does not cover WebSocket upgrades, so that the origin is looked at here too.
    allowRequest: (request, answer) => answer(null, allowedOrigin(request)),
    maxHttpBufferSize: MESSAGE_LIMIT,
    pingInterval: PING_EVERY_MS,
    pingTimeout: PING_WAIT_MS,
    serveClient: false,
  });
}
