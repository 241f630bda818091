import type { Session, SessionKind } from './timetable.ts';

/** China has kept one time without daylight saving since 1992: Asia/Shanghai is always eight hours ahead of UTC. */
const SHANGHAI_AHEAD_MS = 8 * 60 * 60_000;
const MINUTE_MS = 60_000;

/**
 * A session as a notice announces it (annex 1): a date `YYYY-MM-DD` and times `HH:MM` in Asia/Shanghai. A submission
 * may end on another date.
 */
export interface AnnouncedSession {
  id: string;
  kind: SessionKind;
  mode: Session['mode'];
  title: string;
  date: string;
  start: string;
  endDate: string;
  end: string;
}

/** Rules that hold for every live session of an examination; all in minutes. */
export interface EntryRules {
  /** Sign-in opens this long before the start. */
  entryBefore: number;
  /** Latest first opening of the paper after the start. */
  entryAfter: number;
  /** Handing in is possible this long after the start. */
  minimumStay: number;
}

/** Milliseconds since the Unix epoch of a date and time of day in Asia/Shanghai, whatever zone this computer is in. */
export function shanghaiTime(date: string, time: string): number {
  const at = Date.parse(`${date}T${time === '24:00' ? '00:00' : time}:00Z`);
  if (Number.isNaN(at)) throw new RangeError(`not a date and time: ${date} ${time}`);
  return at - SHANGHAI_AHEAD_MS + (time === '24:00' ? 24 * 60 * MINUTE_MS : 0);
}

/** The session with its times on the server's clock. */
export function plannedSession(announced: AnnouncedSession, rules: EntryRules): Session {
  const { id, kind, mode, title } = announced;
  const startsAt = shanghaiTime(announced.date, announced.start);
  const endsAt = shanghaiTime(announced.endDate, announced.end);
  return { id, kind, mode, title, ...sessionTimes(mode, startsAt, endsAt, rules) };
}

/** Entry and hand-in of a session from its start and end. Neither rule may reach past the end. */
export function sessionTimes(
  mode: Session['mode'],
  startsAt: number,
  endsAt: number,
  rules: EntryRules,
): Pick<Session, 'entryFrom' | 'entryUntil' | 'startsAt' | 'handInFrom' | 'endsAt'> {
  if (mode === 'submission') return { entryFrom: startsAt, entryUntil: endsAt, startsAt, handInFrom: startsAt, endsAt };
  const within = (minutes: number) => Math.min(startsAt + minutes * MINUTE_MS, endsAt);
  return {
    entryFrom: startsAt - rules.entryBefore * MINUTE_MS,
    entryUntil: within(rules.entryAfter),
    startsAt,
    handInFrom: within(rules.minimumStay),
    endsAt,
  };
}

/** The time of day in Asia/Shanghai at this moment, `HH:MM`. */
export function shanghaiMinute(at: number): string {
  return new Date(at + SHANGHAI_AHEAD_MS).toISOString().slice(11, 16);
}

/** The date in Asia/Shanghai at this moment, `YYYY-MM-DD`. */
export function shanghaiDate(at: number): string {
  return new Date(at + SHANGHAI_AHEAD_MS).toISOString().slice(0, 10);
}
