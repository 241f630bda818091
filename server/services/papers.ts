import type { RouteReply } from '../../shared/contract/http.ts';
import type { AttemptEvent } from '../../shared/contract/views.ts';
import { mayOpen, type Session, sessionPhase } from '../../shared/domain/timetable.ts';
import type { Clock } from '../../shared/support/clock.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Storage } from '../sql/storage.ts';
import type { Row } from '../sql/tables.ts';
import { consentedAttempt } from './consent.ts';
import type { Events } from './events.ts';
import type { ExaminationBook } from './examination-book.ts';
import type { Network } from './ports.ts';
import { isRegisteredFor, requireOwnSession } from './registration.ts';

export interface Papers {
  /**
   * The session's paper, sealed, for whoever waits for it. Throws `consent_missing`, `identity_unconfirmed`,
   * `too_early` before entry, `already_handed_in`, `too_late`, `not_registered`, or `not_found` for another
   * examination's session.
   */
  packed(attemptId: string, sessionId: string): Promise<Uint8Array>;
  /** What opens it, never before its time. Throws as `packed`, and `entry_closed` to whoever comes too late for it. */
  open(attemptId: string, sessionId: string): Promise<RouteReply<'paperKey'>>;
  /** Opens a session that starts now for everybody who waits for it, at once, without being asked. */
  release(session: Session): Promise<void>;
}

interface Parts {
  store: Storage;
  clock: Clock;
  book: ExaminationBook;
  events: Events;
  network: Network;
}

export function createPapers({ store, clock, book, events, network }: Parts): Papers {
  const admit = async (
    attemptId: string,
    sessionId: string,
  ): Promise<{ session: Session; attempt: Row<'attempt'> }> => {
    const attempt = await consentedAttempt(store, attemptId);
    const session = await requireOwnSession({ store, book }, attempt, sessionId, 'live');
    if (await store.findReceipt(attemptId, sessionId)) throw new Fault('already_handed_in');
    const phase = sessionPhase(session, clock.now());
    if (phase === 'closed') throw new Fault('too_late');
    if (attempt.identity !== 'verified') throw new Fault('identity_unconfirmed');
    if (phase === 'early') throw new Fault('too_early', { at: session.entryFrom });
    return { session, attempt };
  };

  return {
    async packed(attemptId, sessionId) {
      await admit(attemptId, sessionId);
      return book.paper(sessionId).packed;
    },
    async open(attemptId, sessionId) {
      const { session } = await admit(attemptId, sessionId);
      const now = clock.now();
      if (now < session.startsAt) throw new Fault('too_early', { at: session.startsAt });
      const openedBefore = (await store.findOpening(attemptId, sessionId)) !== undefined;
      if (!mayOpen(session, now, openedBefore)) throw new Fault('entry_closed', { at: session.entryUntil });
      const first = await store.insertOpening(attemptId, sessionId, now);
      if (first) await events.add(attemptId, 'paper_opened', { sessionId });
      return { sessionId, key: book.paper(sessionId).releaseKey };
    },
    async release(session) {
      const { id: sessionId } = session;
      const { releaseKey } = book.paper(sessionId);
      const { id: examinationId } = book.examinationOf(sessionId);
      const opened = await store.transaction(async (all) => {
        const told: AttemptEvent[] = [];
        const waiting = await all.attemptsWaiting(examinationId, sessionId);
        for (const { id: attemptId } of waiting.filter((each) => isRegisteredFor(session, each))) {
          if (!(await all.insertOpening(attemptId, sessionId, clock.now()))) continue;
          told.push(await events.record(all, attemptId, 'paper_opened', { sessionId }));
        }
        return told;
      });
      // The opening is durable before the key leaves, so that nobody holds a paper the server does not know of.
      for (const { attemptId } of opened) network.toCandidate(attemptId, 'paper.key', { sessionId, key: releaseKey });
      events.announce(opened);
    },
  };
}
