import { staffSocket } from '../../shared/contract/socket.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { StaffCaller } from '../services/callers.ts';
import type { Log } from '../services/ports.ts';
import type { Services } from '../services/services.ts';
import { requireHandshake } from './handshake.ts';
import { type RequestHandlers, registerRequests } from './register-requests.ts';
import { WALL_ROOM } from './socket-network.ts';
import type { SocketServer } from './socket-server.ts';

type Handlers = RequestHandlers<typeof staffSocket, StaffCaller>;

/** How many past events a wall starts with; an attempt's whole list has a route of its own. */
const EVENTS_AT_JOIN = 200;

/** Anybody on the staff keeps a line to the server; the wall and its cameras are a proctor's. */
function guard({ role }: StaffCaller, name: string): void {
  if (role !== 'proctor' && name !== 'clock.ping') throw new Fault('not_allowed');
}

export function serveStaff(io: SocketServer, services: Services, log: Log): void {
  const { callers, clock, store, live, messages, wall } = services;
  const namespace = io.of(staffSocket.namespace);
  const handlers: Handlers = {
    'clock.ping': async () => ({ serverTime: clock.now() }),
    'wall.join': async (_caller, _body, socketId) => {
      await namespace.sockets.get(socketId)?.join(WALL_ROOM);
      return { places: await wall.places(), events: await store.latestEvents(EVENTS_AT_JOIN) };
    },
    'view.open': async (_caller, { viewId, attemptId, camera }, socketId) => {
      live.open(socketId, viewId, attemptId, camera);
      return {};
    },
    'view.quality': async (_caller, quality, socketId) => {
      live.quality(socketId, quality);
      return {};
    },
    'view.close': async (_caller, { viewId }, socketId) => {
      live.close(socketId, viewId);
      return {};
    },
    'message.send': (caller, { attemptId, text }) => messages.send(caller, attemptId, text),
    signal: async (_caller, { viewId, data }, socketId) => {
      live.signalFromViewer(socketId, viewId, data);
      return {};
    },
  };
  requireHandshake(namespace, 'staff', callers);
  namespace.on('connection', (socket) => {
    registerRequests(socket, socket.data.caller as StaffCaller, {
      contract: staffSocket,
      handlers,
      guard,
      log,
    });
    socket.on('disconnect', () => live.viewerWent(socket.id));
  });
}
