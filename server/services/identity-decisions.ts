import type { RouteBody } from '../../shared/contract/http.ts';
import type { Clock } from '../../shared/support/clock.ts';
import { findAttempt, updateAttempt } from '../sql/attempts.ts';
import { setRegisteredPicture } from '../sql/examination.ts';
import { insertIdentityDecision, latestIdentityCheck } from '../sql/identity.ts';
import type { Db } from '../sql/tables.ts';
import type { AttemptViews } from './attempt-views.ts';
import type { StaffCaller } from './callers.ts';
import type { Events } from './events.ts';

export interface IdentityDecisions {
  /** A proctor confirms or refuses who sits there. Confirming an enrolment makes its picture the registered photo. */
  decide(staff: StaffCaller, attemptId: string, body: RouteBody<'identityDecision'>): Promise<void>;
}

interface Parts {
  db: Db;
  clock: Clock;
  events: Events;
  views: AttemptViews;
}

export function createIdentityDecisions({ db, clock, events, views }: Parts): IdentityDecisions {
  return {
    async decide(staff, attemptId, { decision, reason }) {
      const told = await db.transaction().execute(async (all) => {
        const attempt = await findAttempt(all, attemptId);
        const check = await latestIdentityCheck(all, attemptId);
        await insertIdentityDecision(all, {
          attempt_id: attemptId,
          check_id: check?.id ?? null,
          decision,
          reason,
          staff_name: staff.name,
          at: clock.now(),
        });
        if (decision === 'confirmed' && check?.kind === 'enrolment') {
          await setRegisteredPicture(all, attempt.candidate_id, check.live_picture_id);
        }
        await updateAttempt(all, attemptId, { identity: decision === 'confirmed' ? 'verified' : 'refused' });
        return events.record(all, attemptId, 'identity_decided', { decision, reason, by: staff.name });
      });
      events.announce([told]);
      await views.changed(attemptId);
    },
  };
}
