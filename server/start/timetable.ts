import { plannedSession, sessionTimes } from '../../shared/domain/exam-calendar.ts';
import type { Session } from '../../shared/domain/timetable.ts';
import { countAnswerEntries } from '../sql/entries.ts';
import { countReceipts, listExaminations, listSessions, moveSession } from '../sql/examination.ts';
import type { Db } from '../sql/tables.ts';
import { countTheses } from '../sql/theses.ts';
import type { TimetableOptions } from './command-line.ts';
import type { PlanFile } from './sample-schema.ts';

const DEFAULT_SESSION_IN_MS = 10 * 60_000;
const MINUTE_MS = 60_000;

type Times = Pick<Session, 'entryFrom' | 'entryUntil' | 'startsAt' | 'handInFrom' | 'endsAt'>;

/**
 * A rehearsal's times: live sessions one after another from `now`, with the break between them, entry open at once;
 * submissions are open meanwhile. Times are in the order of `modes`.
 */
export function rehearsalTimes(modes: readonly Session['mode'][], now: number, options: TimetableOptions): Times[] {
  const { duration, break: pause, entryAfter, minimumStay } = options;
  const first = now + (options.sessionIn ?? DEFAULT_SESSION_IN_MS);
  const live = modes.filter((mode) => mode === 'live').length;
  const dayEnds = first + Math.max(0, live * (duration + pause) - pause);
  const rules = {
    entryBefore: 0,
    entryAfter: (entryAfter ?? duration) / MINUTE_MS,
    minimumStay: minimumStay / MINUTE_MS,
  };
  let startsAt = first;
  return modes.map((mode) => {
    if (mode === 'submission') return sessionTimes(mode, now, dayEnds, rules);
    const times = sessionTimes(mode, startsAt, startsAt + duration, rules);
    startsAt += duration + pause;
    return { ...times, entryFrom: now };
  });
}

/** The sessions of one examination: on the dates of the plan, or rehearsed from `now`. */
export function planSessions(
  { sessions }: PlanFile['examinations'][number],
  rules: PlanFile['rules'],
  now: number,
  options: TimetableOptions,
): Session[] {
  if (options.calendar) return sessions.map((announced) => plannedSession(announced, rules));
  const times = rehearsalTimes(
    sessions.map(({ mode }) => mode),
    now,
    options,
  );
  return sessions.flatMap(({ id, kind, mode, title }, at) => {
    const planned = times[at];
    return planned ? [{ id, kind, mode, title, ...planned }] : [];
  });
}

/** A session's times as the database names them. */
export const timeColumns = ({ entryFrom, entryUntil, startsAt, handInFrom, endsAt }: Times) => ({
  entry_from: entryFrom,
  entry_until: entryUntil,
  starts_at: startsAt,
  hand_in_from: handInFrom,
  ends_at: endsAt,
});

/** What happened to the timetable of a data directory that was used before. */
export type TimetableOutcome = 'kept' | 'moved' | 'kept_because_answered';

/**
 * Times stay across a restart: a deadline does not move because the server did (TIME-1). Those of a rehearsal are planned
 * anew only while nobody has answered or handed in, when `--session-in` asks for it or the whole day lies in the past.
 */
export async function continueTimetable(db: Db, now: number, options: TimetableOptions): Promise<TimetableOutcome> {
  const sessions = await listSessions(db);
  const over = sessions.every((session) => session.ends_at <= now);
  if (options.calendar || (options.sessionIn === null && !over)) return 'kept';
  const used = (await countAnswerEntries(db)) + (await countReceipts(db)) + (await countTheses(db)) > 0;
  if (used) return 'kept_because_answered';
  for (const { id } of await listExaminations(db)) {
    const mine = sessions.filter(({ examination_id }) => examination_id === id);
    const times = rehearsalTimes(
      mine.map(({ mode }) => mode),
      now,
      options,
    );
    for (const [at, session] of mine.entries()) {
      const planned = times[at];
      if (planned) await moveSession(db, session.id, timeColumns(planned));
    }
  }
  return 'moved';
}
