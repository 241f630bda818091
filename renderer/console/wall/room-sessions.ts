import type { Examination, WallPlace } from '../../../shared/contract/views.ts';
import { liveSessions, type Session } from '../../../shared/domain/timetable.ts';

/** The live sessions one candidate sits. */
export function sessionsOf(examinations: readonly Examination[], { examinationId }: WallPlace): Session[] {
  return liveSessions(examinations.find(({ id }) => id === examinationId)?.sessions ?? []);
}

/** Every live session of the room, in order of their start. */
export function roomSessions(examinations: readonly Examination[]): Session[] {
  return examinations
    .flatMap(({ sessions }) => liveSessions(sessions))
    .sort((left, right) => left.startsAt - right.startsAt);
}
