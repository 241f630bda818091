import type { RouteBody } from '../../shared/contract/http.ts';
import type { Clock } from '../../shared/support/clock.ts';
import type { Storage } from '../sql/storage.ts';
import type { AttemptViews } from './attempt-views.ts';
import type { StaffCaller } from './callers.ts';
import type { Events } from './events.ts';

export interface IdentityDecisions {
  /** A proctor confirms or refuses who sits there. Confirming an enrolment makes its picture the registered photo. */
  decide(staff: StaffCaller, attemptId: string, body: RouteBody<'identityDecision'>): Promise<void>;
}

interface Parts {
  store: Storage;
  clock: Clock;
  events: Events;
  views: AttemptViews;
}

export function createIdentityDecisions({ store, clock, events, views }: Parts): IdentityDecisions {
  return {
    async decide(staff, attemptId, { decision, reason }) {
      const told = await store.transaction(async (all) => {
        const attempt = await all.findAttempt(attemptId);
        const check = await all.latestIdentityCheck(attemptId);
        await all.insertIdentityDecision({
          attempt_id: attemptId,
          check_id: check?.id ?? null,
          decision,
          reason,
          staff_name: staff.name,
          at: clock.now(),
        });
        if (decision === 'confirmed' && check?.kind === 'enrolment') {
          await all.setRegisteredPicture(attempt.candidate_id, check.live_picture_id);
        }
        await all.updateAttempt(attemptId, { identity: decision === 'confirmed' ? 'verified' : 'refused' });
        return events.record(all, attemptId, 'identity_decided', { decision, reason, by: staff.name });
      });
      events.announce([told]);
      await views.changed(attemptId);
    },
  };
}
