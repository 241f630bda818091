import { Fault } from '../../../shared/support/fault.ts';
import type { Storage } from '../../sql/storage.ts';
import { tellOfKept } from '../after-keeping.ts';
import type { AttemptViews } from '../attempt-views.ts';
import type { StaffCaller } from '../callers.ts';
import type { EntryKeeper, Kept } from '../entry-keeper.ts';
import { counts } from '../entry-verdict.ts';
import type { Events } from '../events.ts';
import type { Log } from '../ports.ts';
import type { Wall } from '../wall.ts';

export interface LateAdmissions {
  /** Has everything count that is set aside of the present sign-in (ANS-6). Where nothing is, nothing is recorded. */
  admit(staff: StaffCaller, attemptId: string, reason: string): Promise<void>;
}

interface Parts {
  store: Storage;
  keeper: EntryKeeper;
  events: Events;
  views: AttemptViews;
  wall: Wall;
  log: Log;
}

/**
 * Answers of a file that was brought too late, which an organiser decides to count. They are judged as if the window had
 * sent them now. Entries of a sign-in that a later one replaced are left as they are: the computer that has them carries
 * them, and they would count twice (ANS-5).
 */
export function createLateAdmissions(parts: Parts): LateAdmissions {
  const { store, keeper, events, log } = parts;
  return {
    async admit(staff, attemptId, reason) {
      const kept = await store.transactionAbout({ attemptId }, async (all): Promise<Kept | null> => {
        const { epoch } = await all.findAttempt(attemptId);
        const entries = await all.listSetAside(attemptId, epoch);
        if (entries.length === 0) return null;
        const [outcome] = await keeper.keep(all, [{ attemptId, epoch, entries }]);
        if (!outcome || outcome instanceof Fault) throw new Error('stored entries do not fit', { cause: outcome });
        const admitted = outcome.verdicts.filter(counts).length;
        const detail = { by: staff.name, reason, entries: admitted };
        return {
          ...outcome,
          told: [await events.record(all, attemptId, 'late_answers_admitted', detail), ...outcome.told],
        };
      });
      if (!kept) return;
      await tellOfKept(parts, attemptId, kept);
      log.info({ attemptId, by: staff.name, entries: kept.verdicts.length }, 'answers of a late file were admitted');
    },
  };
}
