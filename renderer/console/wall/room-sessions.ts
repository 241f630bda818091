import type { Examination, WallPlace } from '../../../shared/contract/views.ts';
import { liveSessions, type Session } from '../../../shared/domain/timetable.ts';
import type { Sitting } from './place-status.ts';

const liveSessionsOf = (examinations: readonly Examination[], { examinationId }: WallPlace): Session[] =>
  liveSessions(examinations.find(({ id }) => id === examinationId)?.sessions ?? []);

/** The live sessions one candidate is registered for (REG-1). */
export const sessionsOf = (examinations: readonly Examination[], place: WallPlace): Session[] =>
  liveSessionsOf(examinations, place).filter(({ id }) => place.sessions.includes(id));

/** Whether the examination is at a session, from its entry to its end, which this candidate is not registered for (REG-1). */
function sitsOut(examinations: readonly Examination[], place: WallPlace, now: number): boolean {
  const runs = ({ entryFrom, endsAt }: Session) => entryFrom <= now && now < endsAt;
  const running = liveSessionsOf(examinations, place).filter(runs);
  return running.length > 0 && !running.some(({ id }) => place.sessions.includes(id));
}

/** What the sessions say of one candidate's place. */
export const sittingOf = (examinations: readonly Examination[], place: WallPlace, now: number): Sitting => ({
  sessions: sessionsOf(examinations, place),
  sitsOut: sitsOut(examinations, place, now),
});

/** Every live session of the room, in order of their start. */
export function roomSessions(examinations: readonly Examination[]): Session[] {
  return examinations
    .flatMap(({ sessions }) => liveSessions(sessions))
    .sort((left, right) => left.startsAt - right.startsAt);
}
