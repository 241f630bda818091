import { staffSocket } from '../../shared/contract/socket.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { StaffCaller } from '../services/callers.ts';
import type { Log, Measures } from '../services/ports.ts';
import type { Services } from '../services/services.ts';
import { requireHandshake } from './handshake.ts';
import { type RequestHandlers, registerRequests } from './register-requests.ts';
import { joinWallRooms, signInRoom } from './socket-network.ts';
import type { SocketServer } from './socket-server.ts';

type Handlers = RequestHandlers<typeof staffSocket, StaffCaller>;

/** How many past events a wall starts with; an attempt's whole list has a route of its own. */
const EVENTS_AT_JOIN = 200;

export function serveStaff(io: SocketServer, services: Services, log: Log, measures: Measures): void {
  const { callers, clock, store, live, messages, wall, duties } = services;
  const namespace = io.of(staffSocket.namespace);
  const handlers: Handlers = {
    'clock.ping': async () => ({ serverTime: clock.now() }),
    'wall.join': async (caller, _body, socketId) => {
      const window = namespace.sockets.get(socketId);
      if (window) await joinWallRooms(window, caller, duties);
      const attempts = await duties.attemptsOf(caller);
      const places = (await wall.places()).filter(({ candidateId, examinationId }) =>
        duties.mayWatch(caller, candidateId, examinationId),
      );
      return { places, events: await store.latestEvents(EVENTS_AT_JOIN, attempts ?? undefined) };
    },
    'view.open': async (caller, view, socketId) => {
      await duties.require(caller, view);
      const { staffId, role } = caller;
      await live.open({ viewerId: socketId, staffId, role }, view);
      return {};
    },
    'view.quality': async (_caller, quality, socketId) => {
      await live.quality(socketId, quality);
      return {};
    },
    'view.close': async (_caller, { viewId }, socketId) => {
      await live.close(socketId, viewId);
      return {};
    },
    'message.send': async (caller, { attemptId, text }) => {
      if (attemptId !== null) await duties.require(caller, { attemptId });
      return messages.send(caller, attemptId, text);
    },
    signal: async (_caller, { viewId, data }, socketId) => {
      await live.signalFromViewer(socketId, viewId, data);
      return {};
    },
  };
  requireHandshake(namespace, 'staff', callers);
  const guard = ({ until }: StaffCaller): void => {
    if (clock.now() >= until) throw new Fault('not_signed_in');
  };
  namespace.on('connection', (socket) => {
    const caller = socket.data.caller as StaffCaller;
    registerRequests(socket, caller, { contract: staffSocket, handlers, guard, log, measures });
    void socket.join(signInRoom(caller.signIn));
    // Who only listens is not asked again: the line itself ends with the sign-in.
    const end = setTimeout(() => socket.disconnect(true), caller.until - clock.now());
    socket.on('disconnect', () => {
      clearTimeout(end);
      live.viewerWent(socket.id);
    });
  });
}
