import type { Session } from '../../shared/domain/timetable.ts';
import { liveSessions } from '../../shared/domain/timetable.ts';
import type { Clock } from '../../shared/support/clock.ts';
import type { ExaminationBook } from './examination-book.ts';
import type { Papers } from './papers.ts';
import type { Log, Timers } from './ports.ts';

/** A session this close is given a timer of its own; the rest is looked at again later. */
const ARM_WITHIN_MS = 2_500;
/** A timer may fire a little early; a key must not leave early. */
const GRACE_MS = 1;

export interface PaperRelease {
  /** Looks which sessions are about to start. Called every second. */
  check(): void;
  stop(): void;
}

interface Parts {
  clock: Clock;
  timers: Timers;
  book: ExaminationBook;
  papers: Papers;
  log: Log;
}

/** Releases the keys of a session's papers at its start, to the second, to everybody who waits for it. */
export function createPaperRelease({ clock, timers, book, papers, log }: Parts): PaperRelease {
  const armed = new Map<string, () => void>();

  const arm = ({ id, startsAt }: Session): void => {
    const left = startsAt - clock.now();
    armed.set(
      id,
      timers.after(left + GRACE_MS, () => fire(id)),
    );
  };
  /** The session as it is now: it may have been put off since (TIME-5). */
  const fire = (sessionId: string): void => {
    const session = book.session(sessionId);
    const early = session.startsAt - clock.now();
    if (early > ARM_WITHIN_MS) armed.delete(sessionId);
    else if (early > 0) arm(session);
    else {
      papers.release(session).catch((cause) => {
        log.error({ err: cause, sessionId }, 'the papers could not be released; windows ask by themselves');
      });
    }
  };
  return {
    check() {
      for (const session of book.examinations.flatMap(({ sessions }) => liveSessions(sessions))) {
        const left = session.startsAt - clock.now();
        if (left >= 0 && left <= ARM_WITHIN_MS && !armed.has(session.id)) arm(session);
      }
    },
    stop() {
      for (const cancel of armed.values()) cancel();
    },
  };
}
