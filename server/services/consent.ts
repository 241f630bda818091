import type { Attempt } from '../../shared/contract/views.ts';
import type { Clock } from '../../shared/support/clock.ts';
import { Fault } from '../../shared/support/fault.ts';
import { findAttempt, updateAttempt } from '../sql/attempts.ts';
import type { Db, Row } from '../sql/tables.ts';
import type { AttemptViews } from './attempt-views.ts';
import type { Events } from './events.ts';

export interface Consent {
  /** Idempotent: the first consent keeps its time. */
  give(attemptId: string): Promise<Attempt>;
}

/** The attempt, when its candidate has agreed to be recorded; else throws `consent_missing`. Nothing is captured before. */
export async function consentedAttempt(db: Db, attemptId: string): Promise<Row<'attempt'>> {
  const attempt = await findAttempt(db, attemptId);
  if (attempt.consent_at === null) throw new Fault('consent_missing');
  return attempt;
}

interface Parts {
  db: Db;
  clock: Clock;
  events: Events;
  views: AttemptViews;
}

export function createConsent({ db, clock, events, views }: Parts): Consent {
  return {
    async give(attemptId) {
      const attempt = await findAttempt(db, attemptId);
      if (attempt.consent_at !== null) return views.of(attemptId);
      await updateAttempt(db, attemptId, { consent_at: clock.now() });
      await events.add(attemptId, 'consented');
      return views.changed(attemptId);
    },
  };
}
