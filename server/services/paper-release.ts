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

  const fire = (session: Session): void => {
    const early = session.startsAt - clock.now();
    if (early > 0) {
      armed.set(
        session.id,
        timers.after(early + GRACE_MS, () => fire(session)),
      );
      return;
    }
    papers.release(session).catch((cause) => {
      log.error({ err: cause, sessionId: session.id }, 'the papers could not be released; windows ask by themselves');
    });
  };
  return {
    check() {
      for (const session of book.examinations.flatMap(({ sessions }) => liveSessions(sessions))) {
        const left = session.startsAt - clock.now();
        if (left < 0 || left > ARM_WITHIN_MS || armed.has(session.id)) continue;
        armed.set(
          session.id,
          timers.after(left + GRACE_MS, () => fire(session)),
        );
      }
    },
    stop() {
      for (const cancel of armed.values()) cancel();
    },
  };
}
