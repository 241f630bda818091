import type { AuditAction } from '../../../shared/contract/roster.ts';
import { canonicalJson } from '../../../shared/support/canonical-json.ts';
import type { Clock } from '../../../shared/support/clock.ts';
import type { Queries } from '../../sql/storage.ts';

/** What was done, to whom and by whom. */
export interface Deed {
  batchId: string;
  /** Null: it concerns the whole batch. */
  applicantId: string | null;
  by: string;
  action: AuditAction;
  detail: Record<string, unknown>;
}

export interface RosterAudit {
  /** Adds a line to the trail, in the same transaction as the deed. */
  record(into: Queries, deed: Deed): Promise<void>;
}

export function createRosterAudit(clock: Clock): RosterAudit {
  return {
    record: (into, { batchId, applicantId, by, action, detail }) =>
      into.insertAudit({
        batch_id: batchId,
        applicant_id: applicantId,
        at: clock.now(),
        by_name: by,
        action,
        detail_json: canonicalJson(detail),
      }),
  };
}
