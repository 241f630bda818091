import type { Generated } from 'kysely';
import type { AuditAction } from '../../shared/contract/roster.ts';
import type { BatchState, Changeable, ChangeState } from '../../shared/domain/batch.ts';
import type { PhotoVerdict } from '../../shared/domain/roster.ts';

/** The tables of the roster; see tables.ts. Dates are `YYYY-MM-DD` texts. */
export interface RosterTables {
  batch: {
    id: string;
    institution: string;
    /** Null: the numbers of the provincial centre. */
    region_id: string | null;
    state: BatchState;
    revision: number;
    report_until: string;
    pay_until: string;
    change_until: string;
    made_at: number;
    declared_at: number | null;
    declared_by: string | null;
    declaration_id: string | null;
    declaration_mime: string | null;
    paid_on: string | null;
    paid_at: number | null;
    paid_by: string | null;
    locked_at: number | null;
    locked_by: string | null;
  };
  applicant: {
    id: string;
    batch_id: string;
    position: number;
    name: string;
    identity_no: string;
    examination_id: string;
    sessions_json: string;
    record_json: string;
    photo_id: string | null;
    photo_verdict: PhotoVerdict | null;
    candidate_id: string | null;
  };
  change_request: {
    id: string;
    applicant_id: string;
    field: Changeable;
    /** Of a photo: the picture's id, empty where there is none. */
    from_value: string;
    to_value: string;
    why: string;
    asked_at: number;
    asked_by: string;
    /** Null for a request made before this was kept. */
    asked_by_id: string | null;
    state: ChangeState;
    decided_at: number | null;
    decided_by: string | null;
    decided_by_id: string | null;
    note: string;
  };
  roster_audit: {
    position: Generated<number>;
    batch_id: string;
    /** Null: it concerns the whole batch. */
    applicant_id: string | null;
    at: number;
    by_name: string;
    action: AuditAction;
    detail_json: string;
  };
}
