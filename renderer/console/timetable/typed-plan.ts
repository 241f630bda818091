import { shanghaiDate, shanghaiMinute, shanghaiTime } from '../../../shared/domain/exam-calendar.ts';
import type { Session } from '../../../shared/domain/timetable.ts';
import type { BetweenSessions, SessionPlan } from '../../../shared/domain/timetable-change.ts';

/** A session's plan as it stands in the fields: dates `YYYY-MM-DD` and times `HH:MM`, Beijing time, empty while not typed. */
export interface TypedPlan {
  date: string;
  /** Of a submission, which may end on another day. */
  endDate: string;
  entryFrom: string;
  startsAt: string;
  entryUntil: string;
  handInFrom: string;
  endsAt: string;
  betweenSessions: BetweenSessions;
}

export const typedPlan = (session: Session, betweenSessions: BetweenSessions): TypedPlan => ({
  date: shanghaiDate(session.startsAt),
  endDate: shanghaiDate(session.endsAt),
  entryFrom: shanghaiMinute(session.entryFrom),
  startsAt: shanghaiMinute(session.startsAt),
  entryUntil: shanghaiMinute(session.entryUntil),
  handInFrom: shanghaiMinute(session.handInFrom),
  endsAt: shanghaiMinute(session.endsAt),
  betweenSessions,
});

const MINUTES_OF_DAY = 24 * 60;

/** `HH:MM` in minutes after midnight; null while it is not typed. */
function minutesOf(time: string): number | null {
  const [hours, minutes] = time.split(':');
  return hours && minutes ? Number(hours) * 60 + Number(minutes) : null;
}

/** The other times of a live session keep their distance to the start: putting it off is one change, not five. */
export function startMoved(typed: TypedPlan, startsAt: string): TypedPlan {
  const [from, to] = [minutesOf(typed.startsAt), minutesOf(startsAt)];
  if (from === null || to === null) return { ...typed, startsAt };
  const moved = (time: string): string => {
    const at = minutesOf(time);
    if (at === null) return time;
    const then = (at + to - from + MINUTES_OF_DAY) % MINUTES_OF_DAY;
    return [Math.floor(then / 60), then % 60].map((part) => String(part).padStart(2, '0')).join(':');
  };
  const { entryFrom, entryUntil, handInFrom, endsAt } = typed;
  return {
    ...{ ...typed, startsAt, entryFrom: moved(entryFrom), entryUntil: moved(entryUntil) },
    ...{ handInFrom: moved(handInFrom), endsAt: moved(endsAt) },
  };
}

/** What the fields say, to the minute; null while one that counts is empty. */
export function planTyped(mode: Session['mode'], typed: TypedPlan): SessionPlan | null {
  const { date, endDate, betweenSessions } = typed;
  try {
    const startsAt = shanghaiTime(date, typed.startsAt);
    if (mode === 'submission') {
      const endsAt = shanghaiTime(endDate, typed.endsAt);
      return { entryFrom: startsAt, startsAt, entryUntil: endsAt, handInFrom: startsAt, endsAt, betweenSessions };
    }
    return {
      entryFrom: shanghaiTime(date, typed.entryFrom),
      startsAt,
      entryUntil: shanghaiTime(date, typed.entryUntil),
      handInFrom: shanghaiTime(date, typed.handInFrom),
      endsAt: shanghaiTime(date, typed.endsAt),
      betweenSessions,
    };
  } catch (cause) {
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}
