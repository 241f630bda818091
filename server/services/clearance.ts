import type { RouteBody } from '../../shared/contract/http.ts';
import { clearances } from '../../shared/domain/clearance.ts';
import { findingClass } from '../../shared/domain/finding-class.ts';
import { VIOLATION_KINDS, type ViolationKind } from '../../shared/domain/violation.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Storage } from '../sql/storage.ts';
import type { StaffCaller } from './callers.ts';
import type { Events } from './events.ts';

export interface Clearances {
  /** Says that a finding is no violation, or that it counts after all. Said twice it is said once. */
  judge(staff: StaffCaller, attemptId: string, eventId: string, body: RouteBody<'clearFinding'>): Promise<void>;
}

const isViolation = (kind: string): kind is ViolationKind => (VIOLATION_KINDS as readonly string[]).includes(kind);

export function createClearances({ store, events }: { store: Storage; events: Events }): Clearances {
  return {
    async judge(staff, attemptId, eventId, { cleared, reason }) {
      const told = await store.transactionAbout({ attemptId }, async (all) => {
        const known = await all.eventsOf(attemptId);
        const about = known.find(({ id }) => id === eventId);
        if (!about || !isViolation(about.kind)) throw new Fault('not_found');
        if (clearances(known).has(eventId) === cleared) return [];
        // What never counted is not taken off the count.
        if (findingClass(about.kind, about.detail) === 'reported')
          await all.countViolations(attemptId, cleared ? -1 : 1);
        const kind = cleared ? 'finding_cleared' : 'finding_restored';
        const detail = { event: eventId, about: about.kind, by: staff.name, note: reason };
        return [await events.record(all, attemptId, kind, detail)];
      });
      events.announce(told);
    },
  };
}
