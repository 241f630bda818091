import { liveSessions, type SessionPhase, sessionPhase } from '../../shared/domain/timetable.ts';
import type { Clock } from '../../shared/support/clock.ts';
import type { Storage } from '../sql/storage.ts';
import type { ExaminationBook } from './examination-book.ts';
import type { HandIn } from './hand-in.ts';
import type { Wall } from './wall.ts';

export interface Deadline {
  /** Looks at the clock: hands in what is due, and tells the wall when a session opened or closed. */
  check(): Promise<void>;
}

interface Parts {
  store: Storage;
  clock: Clock;
  book: ExaminationBook;
  handIn: HandIn;
  wall: Wall;
}

/**
 * The keeper of the deadline. It asks the database what is due rather than setting a timer a session, so that a
 * deadline that passed while the server was down is kept at the next start, at its own time (TIME-1).
 */
export function createDeadline({ store, clock, book, handIn, wall }: Parts): Deadline {
  const phases = new Map<string, SessionPhase>();
  let running: Promise<void> | null = null;

  const check = async () => {
    const closed: string[] = [];
    for (const session of book.examinations.flatMap(({ sessions }) => liveSessions(sessions))) {
      const phase = sessionPhase(session, clock.now());
      if (phases.get(session.id) === phase) continue;
      if (phase === 'closed') {
        for (const attemptId of await store.attemptsNotHandedIn(session.id))
          await handIn.handInAtDeadline(attemptId, session.id);
        closed.push(session.id);
      } else phases.set(session.id, phase);
      wall.touchAll();
    }
    if (closed.length === 0) return;
    // Once for all sessions that close in the same second: ten examinations do. Only then are they done with.
    for (const attemptId of await store.phoneAttempts()) await handIn.endDay(attemptId);
    for (const sessionId of closed) phases.set(sessionId, 'closed');
  };
  return {
    check() {
      running ??= check().finally(() => {
        running = null;
      });
      return running;
    },
  };
}
