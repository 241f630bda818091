import type { Attempt } from '../../shared/contract/views.ts';
import type { Clock } from '../../shared/support/clock.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Queries, Storage } from '../sql/storage.ts';
import type { Row } from '../sql/tables.ts';
import type { AttemptViews } from './attempt-views.ts';
import type { Events } from './events.ts';

export interface Consent {
  /** Idempotent: the first consent keeps its time. */
  give(attemptId: string): Promise<Attempt>;
}

/** The attempt, when its candidate has agreed to be recorded; else throws `consent_missing`. Nothing is captured before. */
export async function consentedAttempt(store: Queries, attemptId: string): Promise<Row<'attempt'>> {
  const attempt = await store.findAttempt(attemptId);
  if (attempt.consent_at === null) throw new Fault('consent_missing');
  return attempt;
}

interface Parts {
  store: Storage;
  clock: Clock;
  events: Events;
  views: AttemptViews;
}

export function createConsent({ store, clock, events, views }: Parts): Consent {
  return {
    async give(attemptId) {
      const attempt = await store.findAttempt(attemptId);
      if (attempt.consent_at !== null) return views.of(attemptId);
      await store.updateAttempt(attemptId, { consent_at: clock.now() });
      await events.add(attemptId, 'consented');
      return views.changed(attemptId);
    },
  };
}
