import { phoneSocket } from '../../shared/contract/socket.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { AddressOf } from '../http/proxies.ts';
import type { PhoneCaller } from '../services/callers.ts';
import type { Log, Measures } from '../services/ports.ts';
import type { Services } from '../services/services.ts';
import type { Connections } from './connections.ts';
import { requireHandshake } from './handshake.ts';
import { type RequestHandlers, registerRequests } from './register-requests.ts';
import type { SocketServer } from './socket-server.ts';

type Handlers = RequestHandlers<typeof phoneSocket, PhoneCaller>;

function guard(caller: PhoneCaller): void {
  if (caller.endedWhy !== null) throw new Fault('not_signed_in');
}

export function servePhones(
  io: SocketServer,
  services: Services,
  connections: Connections,
  log: Log,
  measures: Measures,
  addressOf: AddressOf,
): void {
  const { callers, clock, live, phones, reports, stills } = services;
  const handlers: Handlers = {
    'clock.ping': async () => ({ serverTime: clock.now() }),
    heartbeat: async ({ attemptId }, heartbeat) => {
      await phones.heartbeat(attemptId, heartbeat);
      return {};
    },
    'gap.report': async ({ attemptId }, gap) => {
      await reports.gap(attemptId, { camera: 'rear', ...gap });
      return {};
    },
    still: async (caller, still) => {
      await stills.take(caller, still);
      return {};
    },
    signal: async ({ attemptId }, { viewId, data }) => {
      await live.signalFromPublisher(attemptId, 'rear', viewId, data);
      return {};
    },
  };
  const namespace = io.of(phoneSocket.namespace);
  requireHandshake(namespace, 'phone', callers);
  namespace.on('connection', (socket) => {
    const caller = socket.data.caller as PhoneCaller;
    registerRequests(socket, caller, { contract: phoneSocket, handlers, guard, log, measures });
    if (caller.endedWhy !== null) {
      socket.emit('ended', { why: caller.endedWhy });
      socket.disconnect();
      return;
    }
    void socket.join(caller.attemptId);
    connections.hold(
      caller.attemptId,
      socket,
      () => phones.came(caller.attemptId, addressOf(socket.handshake)),
      () =>
        caller.endedWhy === null ? phones.went(caller.attemptId) : phones.ended(caller.attemptId, caller.endedWhy),
    );
  });
}
