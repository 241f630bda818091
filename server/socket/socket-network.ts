import { candidateSocket, phoneSocket, staffSocket } from '../../shared/contract/socket.ts';
import type { Audience, Duties } from '../services/assignment/duties.ts';
import type { StaffCaller } from '../services/callers.ts';
import type { Log, Network } from '../services/ports.ts';
import type { Namespace, SocketServer } from './socket-server.ts';

/** How long a fenced computer may still send entries, which are kept as evidence (ANS-5). */
export const FENCED_GRACE_MS = 5_000;

const socketsOf = (namespace: Namespace, room: string) =>
  [...(namespace.adapter.rooms.get(room) ?? [])].flatMap((id) => namespace.sockets.get(id) ?? []);

/** Rooms of those on the wall who are told of a candidate. */
function roomsFor(audience: Audience): string[] {
  if (audience === 'no proctor') return [WALL_ROOM];
  return [WALL_ROOM, audience === 'every proctor' ? PROCTORS_ROOM : proctorRoom(audience.proctor)];
}

/** The services' network, on socket.io rooms: one room an attempt, one a member of staff's window. */
export function createSocketNetwork(io: SocketServer, duties: Pick<Duties, 'audienceOf'>, log: Log): Network {
  const candidates = io.of(candidateSocket.namespace);
  const phones = io.of(phoneSocket.namespace);
  const staff = io.of(staffSocket.namespace);
  return {
    toCandidate: (attemptId, name, payload) => void candidates.to(attemptId).emit(name, payload),
    toPhone: (attemptId, name, payload) => void phones.to(attemptId).emit(name, payload),
    toStaff(name, payload) {
      // Of one attempt all wait for the same answer, so that none overtakes another.
      duties.audienceOf(payload).then(
        (audience) => staff.to(roomsFor(audience)).emit(name, payload),
        (cause) => log.error({ err: cause, event: name }, 'nobody could be told'),
      );
    },
    toWalls: (name, payload) => void staff.to([WALL_ROOM, PROCTORS_ROOM]).emit(name, payload),
    changeWalls: () => void staff.to(PROCTORS_ROOM).emit('wall.changed', {}),
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

/** Those on the wall who see every candidate. */
const WALL_ROOM = 'wall';
/** Proctors on the wall, all of them and one of them. */
const PROCTORS_ROOM = 'proctors';
const proctorRoom = (staffId: string): string => `proctor ${staffId}`;

/** Where somebody on the wall is told of candidates. */
export const wallRoomsOf = ({ staffId, role }: Pick<StaffCaller, 'staffId' | 'role'>): string[] =>
  role === 'proctor' ? [PROCTORS_ROOM, proctorRoom(staffId)] : [WALL_ROOM];
