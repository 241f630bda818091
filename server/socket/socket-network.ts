import { candidateSocket, phoneSocket, staffSocket } from '../../shared/contract/socket.ts';
import type { Network } from '../services/ports.ts';
import type { Namespace, SocketServer } from './socket-server.ts';

/** How long a fenced computer may still send entries, which are kept as evidence (ANS-5). */
export const FENCED_GRACE_MS = 5_000;

const socketsOf = (namespace: Namespace, room: string) =>
  [...(namespace.adapter.rooms.get(room) ?? [])].flatMap((id) => namespace.sockets.get(id) ?? []);

/** The services' network, on socket.io rooms: one room an attempt, one a member of staff's window. */
export function createSocketNetwork(io: SocketServer): Network {
  const candidates = io.of(candidateSocket.namespace);
  const phones = io.of(phoneSocket.namespace);
  const staff = io.of(staffSocket.namespace);
  return {
    toCandidate: (attemptId, name, payload) => void candidates.to(attemptId).emit(name, payload),
    toPhone: (attemptId, name, payload) => void phones.to(attemptId).emit(name, payload),
    toStaff: (name, payload) => void staff.to(WALL_ROOM).emit(name, payload),
    toViewer: (viewerId, name, payload) => void staff.to(viewerId).emit(name, payload),
    fence(attemptId, at) {
      for (const socket of socketsOf(candidates, attemptId)) {
        const { caller } = socket.data;
        if (caller.kind === 'candidate') caller.fencedAt = at;
        void socket.leave(attemptId);
        socket.emit('fenced', { at });
        setTimeout(() => socket.disconnect(), FENCED_GRACE_MS).unref();
      }
    },
    endStaff: (signIn) => staff.in(signInRoom(signIn)).disconnectSockets(true),
    endPhone(attemptId, why) {
      for (const socket of socketsOf(phones, attemptId)) {
        const { caller } = socket.data;
        if (caller.kind === 'phone') caller.endedWhy = why;
        socket.emit('ended', { why });
        socket.disconnect();
      }
    },
  };
}

/** The windows of one sign-in of a member of staff. */
export const signInRoom = (signIn: string): string => `sign-in ${signIn}`;

/** Staff who joined the wall. */
export const WALL_ROOM = 'wall';
