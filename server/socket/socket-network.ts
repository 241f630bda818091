import type { Socket } from 'socket.io';
import { candidateSocket, phoneSocket, staffSocket } from '../../shared/contract/socket.ts';
import type { Audience, Duties } from '../services/assignment/duties.ts';
import type { StaffCaller } from '../services/callers.ts';
import type { Log, Network, Processes, ToldOfCandidates, Words } from '../services/ports.ts';
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

interface Parts {
  io: SocketServer;
  duties: Pick<Duties, 'audienceOf'>;
  processes: Processes;
  log: Log;
}

/**
 * The services' network, on socket.io rooms: one room an attempt, one a member of staff's window. Its adapter carries what is sent to
 * the other processes.
 */
export function createSocketNetwork({ io, duties, processes, log }: Parts): Network {
  const candidates = io.of(candidateSocket.namespace);
  const phones = io.of(phoneSocket.namespace);
  const staff = io.of(staffSocket.namespace);
  const fenceHere = ({ attemptId, epoch, at }: Words['epoch fenced']) => {
    for (const socket of socketsOf(candidates, attemptId)) {
      const { caller } = socket.data;
      if (caller.kind !== 'candidate' || caller.epoch >= epoch) continue;
      caller.fencedAt = at;
      void socket.leave(attemptId);
      socket.emit('fenced', { at });
      setTimeout(() => socket.disconnect(), FENCED_GRACE_MS).unref();
    }
  };
  const endPhoneHere = ({ attemptId, why, but }: Words['phone ended']) => {
    for (const socket of socketsOf(phones, attemptId)) {
      const { caller } = socket.data;
      if (caller.kind !== 'phone' || caller.tokenHash === but) continue;
      caller.endedWhy = why;
      socket.emit('ended', { why });
      socket.disconnect();
    }
  };
  processes.hear('epoch fenced', fenceHere);
  processes.hear('phone ended', endPhoneHere);
  /** Of one attempt all wait for the same answer, so that none overtakes another. */
  const toAudience = (
    name: ToldOfCandidates | 'place.changed',
    payload: { attemptId: string | null; candidateId?: string; examinationId?: string },
    among: { to(rooms: string[]): { emit(name: string, payload: unknown): unknown } },
  ): void => {
    duties.audienceOf(payload).then(
      (audience) => among.to(roomsFor(audience)).emit(name, payload),
      (cause) => log.error({ err: cause, event: name }, 'nobody could be told'),
    );
  };
  return {
    isHere: (attemptId) => candidates.adapter.rooms.has(attemptId),
    toCandidateHere: (attemptId, attempt) => void candidates.local.to(attemptId).emit('attempt.changed', attempt),
    hasWallsHere: () => staff.adapter.rooms.has(WALL_ROOM) || staff.adapter.rooms.has(EVERY_PROCTOR_ROOM),
    toStaffHere: (place) => toAudience('place.changed', place, staff.local),
    toCandidate: (attemptId, name, payload) => void candidates.to(attemptId).emit(name, payload),
    toPhone: (attemptId, name, payload) => void phones.to(attemptId).emit(name, payload),
    toStaff: (name, payload) => toAudience(name, payload, staff),
    toWalls: (name, payload) => void staff.to([WALL_ROOM, EVERY_PROCTOR_ROOM]).emit(name, payload),
    changeWallsHere: () => void staff.local.to(EVERY_PROCTOR_ROOM).emit('wall.changed', {}),
    toViewer: (viewerId, name, payload) => void staff.to(viewerId).emit(name, payload),
    fence(attemptId, epoch, at) {
      const word = { attemptId, epoch, at };
      processes.tell('epoch fenced', word);
      fenceHere(word);
    },
    endStaff: (signIn) => staff.in(signInRoom(signIn)).disconnectSockets(true),
    endPhone(attemptId, why, but = '') {
      const word = { attemptId, why, but };
      processes.tell('phone ended', word);
      endPhoneHere(word);
    },
  };
}

/** The windows of one sign-in of a member of staff. */
export const signInRoom = (signIn: string): string => `sign-in ${signIn}`;

/** Those on the wall who see every candidate. */
const WALL_ROOM = 'wall';
/** Every proctor on the wall, also who may watch nobody now. */
const EVERY_PROCTOR_ROOM = 'every proctor';
/** Proctors who watch where nobody is assigned, and one of them. */
const PROCTORS_ROOM = 'proctors';
const proctorRoom = (staffId: string): string => `proctor ${staffId}`;

/** Puts a window on the wall where it is told of candidates, as it stands now: passes come and go (QUA-1). */
export async function joinWallRooms(
  window: Pick<Socket, 'join' | 'leave'>,
  { staffId, role }: Pick<StaffCaller, 'staffId' | 'role'>,
  duties: Pick<Duties, 'mayInvigilate'>,
): Promise<void> {
  if (role !== 'proctor') {
    await window.join(WALL_ROOM);
    return;
  }
  await window.join([EVERY_PROCTOR_ROOM, proctorRoom(staffId)]);
  if (duties.mayInvigilate(staffId)) await window.join(PROCTORS_ROOM);
  else await window.leave(PROCTORS_ROOM);
}
