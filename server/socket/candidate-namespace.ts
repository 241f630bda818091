import { candidateSocket } from '../../shared/contract/socket.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { AddressOf } from '../http/proxies.ts';
import type { CandidateCaller } from '../services/callers.ts';
import type { Log, Measures } from '../services/ports.ts';
import type { Services } from '../services/services.ts';
import type { Connections } from './connections.ts';
import { requireHandshake } from './handshake.ts';
import { type RequestHandlers, registerRequests } from './register-requests.ts';
import { FENCED_GRACE_MS } from './socket-network.ts';
import type { SocketServer } from './socket-server.ts';

type Handlers = RequestHandlers<typeof candidateSocket, CandidateCaller>;

/** What a fenced computer may still send: entries are kept as evidence and refused by the service (ANS-5). */
const OPEN_TO_FENCED = new Set(['entries.append', 'clock.ping']);

function guard(caller: CandidateCaller, name: string): void {
  if (caller.fencedAt !== null && !OPEN_TO_FENCED.has(name)) throw new Fault('signed_in_elsewhere');
}

export function serveCandidates(
  io: SocketServer,
  services: Services,
  connections: Connections,
  log: Log,
  measures: Measures,
  addressOf: AddressOf,
): void {
  const { answers, callers, clock, hands, live, presence, reports } = services;
  const handlers: Handlers = {
    'clock.ping': async () => ({ serverTime: clock.now() }),
    'entries.append': (caller, batch) => answers.append(caller, batch),
    'stage.report': async ({ attemptId }, { stage }) => {
      await reports.stage(attemptId, stage);
      return {};
    },
    'gap.report': async ({ attemptId }, gap) => {
      await reports.gap(attemptId, gap);
      return {};
    },
    'hand.raise': async ({ attemptId }, { raised }) => {
      await hands.set(attemptId, raised);
      return {};
    },
    'shell.left': async ({ attemptId }, { reason }) => {
      await reports.shellLeft(attemptId, reason);
      return {};
    },
    'clock.drift': async ({ attemptId }, drift) => {
      await reports.clockDrift(attemptId, drift);
      return {};
    },
    'watch.report': async ({ attemptId }, { undone }) => {
      await reports.watchChanged(attemptId, undone);
      return {};
    },
    'computer.slept': async ({ attemptId }, sleep) => {
      await reports.slept(attemptId, sleep);
      return {};
    },
    signal: async ({ attemptId }, { viewId, data }) => {
      await live.signalFromPublisher(attemptId, 'front', viewId, data);
      return {};
    },
  };
  const namespace = io.of(candidateSocket.namespace);
  requireHandshake(namespace, 'candidate', callers);
  namespace.on('connection', (socket) => {
    const caller = socket.data.caller as CandidateCaller;
    registerRequests(socket, caller, { contract: candidateSocket, handlers, guard, log, measures });
    if (caller.fencedAt !== null) {
      socket.emit('fenced', { at: caller.fencedAt });
      setTimeout(() => socket.disconnect(), FENCED_GRACE_MS).unref();
      return;
    }
    void socket.join(caller.attemptId);
    socket.emit('network.seen', { address: addressOf(socket.handshake) });
    connections.hold(
      `${caller.attemptId} ${caller.epoch}`,
      socket,
      () => presence.came(caller),
      async (line) => {
        if (line !== null) await presence.went(caller, line);
      },
    );
  });
}
