import type { AuditLine, BatchSummary, BatchView } from '../../../shared/contract/roster.ts';
import { type BatchDates, datesInOrder } from '../../../shared/domain/batch.ts';
import type { Clock } from '../../../shared/support/clock.ts';
import { Fault } from '../../../shared/support/fault.ts';
import type { Storage } from '../../sql/storage.ts';
import { newId } from '../ids.ts';
import type { RandomSource } from '../ports.ts';
import { batchView, datesOf } from './batch-rows.ts';
import type { RosterAudit } from './roster-audit.ts';

export interface Batches {
  list(): Promise<BatchSummary[]>;
  /** Throws `dates_out_of_order`, and `bad_request` for a region that there is none of. */
  make(given: { institution: string; regionId: string | null; dates: BatchDates }, by: string): Promise<BatchView>;
  /** Throws `not_found`. */
  read(batchId: string): Promise<BatchView>;
  /** What was done to an applicant, with what was done to the whole batch. */
  audit(applicantId: string): Promise<AuditLine[]>;
}

interface Parts {
  store: Storage;
  clock: Clock;
  random: RandomSource;
  audit: RosterAudit;
}

export function createBatches({ store, clock, random, audit }: Parts): Batches {
  return {
    async list() {
      return (await store.listBatches()).map((batch) => ({
        id: batch.id,
        institution: batch.institution,
        region: batch.region_name,
        state: batch.state,
        dates: datesOf(batch),
        applicants: batch.applicants ?? 0,
        pendingChanges: batch.pending_changes ?? 0,
      }));
    },
    async make({ institution, regionId, dates }, by) {
      if (!datesInOrder(dates)) throw new Fault('dates_out_of_order');
      if (regionId !== null && !(await store.listRegions()).some((region) => region.id === regionId)) {
        throw new Fault('bad_request', { field: 'regionId' });
      }
      const id = newId(random);
      await store.transaction(async (all) => {
        await all.insertBatch({
          ...{ id, institution, region_id: regionId, state: 'reported', revision: 0, made_at: clock.now() },
          ...{ report_until: dates.reportUntil, pay_until: dates.payUntil, change_until: dates.changeUntil },
        });
        await audit.record(all, { batchId: id, applicantId: null, by, action: 'batch_made', detail: { ...dates } });
      });
      return batchView(store, id);
    },
    read: (batchId) => batchView(store, batchId),
    async audit(applicantId) {
      const { batch_id: batchId } = await store.findApplicant(applicantId);
      return (await store.auditOf({ batchId, applicantId })).map((line) => ({
        at: line.at,
        by: line.by_name,
        action: line.action,
        detail: JSON.parse(line.detail_json) as Record<string, unknown>,
      }));
    },
  };
}
