import type { Session } from '../../shared/domain/timetable.ts';
import { countAnswerEntries } from '../sql/entries.ts';
import { countReceipts, listSessions, moveSession } from '../sql/examination.ts';
import type { Db } from '../sql/tables.ts';
import type { TimetableOptions } from './command-line.ts';

const DEFAULT_SESSION_IN_MS = 10 * 60_000;

type Times = Pick<Session, 'entryFrom' | 'startsAt' | 'endsAt'>;

/** Sessions one after another from `now`, with the break between them; entry is open at once. */
export function planTimes(
  count: number,
  now: number,
  { sessionIn, duration, break: pause }: TimetableOptions,
): Times[] {
  const first = now + (sessionIn ?? DEFAULT_SESSION_IN_MS);
  return Array.from({ length: count }, (_, index) => {
    const startsAt = first + index * (duration + pause);
    return { entryFrom: now, startsAt, endsAt: startsAt + duration };
  });
}

/** What happened to the timetable of a data directory that was used before. */
export type TimetableOutcome = 'kept' | 'moved' | 'kept_because_answered';

/**
 * Times stay across a restart: a deadline does not move because the server did (TIME-1). They are planned anew only while
 * nobody has answered or handed in, when `--session-in` asks for it or the whole day lies in the past.
 */
export async function continueTimetable(db: Db, now: number, options: TimetableOptions): Promise<TimetableOutcome> {
  const sessions = await listSessions(db);
  const over = sessions.every((session) => session.ends_at <= now);
  if (options.sessionIn === null && !over) return 'kept';
  const used = (await countAnswerEntries(db)) + (await countReceipts(db)) > 0;
  if (used) return 'kept_because_answered';
  const times = planTimes(sessions.length, now, options);
  for (const [index, session] of sessions.entries()) {
    const planned = times[index];
    if (!planned) continue;
    const { entryFrom: entry_from, startsAt: starts_at, endsAt: ends_at } = planned;
    await moveSession(db, session.id, { entry_from, starts_at, ends_at });
  }
  return 'moved';
}
