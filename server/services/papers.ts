import type { Paper } from '../../shared/domain/paper.ts';
import { sessionPhase } from '../../shared/domain/timetable.ts';
import type { Clock } from '../../shared/support/clock.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Storage } from '../sql/storage.ts';
import { consentedAttempt } from './consent.ts';
import type { Events } from './events.ts';
import type { ExaminationBook } from './examination-book.ts';

export interface Papers {
  /**
   * The session's paper, never before its time. Throws `consent_missing`, `identity_unconfirmed`, `too_early` with
   * `at`, `already_handed_in` or `too_late`.
   */
  open(attemptId: string, sessionId: string): Promise<Paper>;
}

interface Parts {
  store: Storage;
  clock: Clock;
  book: ExaminationBook;
  events: Events;
}

export function createPapers({ store, clock, book, events }: Parts): Papers {
  return {
    async open(attemptId, sessionId) {
      const session = book.session(sessionId);
      const attempt = await consentedAttempt(store, attemptId);
      if (await store.findReceipt(attemptId, sessionId)) throw new Fault('already_handed_in');
      const phase = sessionPhase(session, clock.now());
      if (phase === 'closed') throw new Fault('too_late');
      if (attempt.identity !== 'verified') throw new Fault('identity_unconfirmed');
      if (phase !== 'open') throw new Fault('too_early', { at: session.startsAt });
      const first = await store.insertOpening(attemptId, sessionId, clock.now());
      if (first) await events.add(attemptId, 'paper_opened', { sessionId });
      return book.paper(sessionId);
    },
  };
}
