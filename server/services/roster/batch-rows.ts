import {
  ApplicantRecordSchema,
  type ApplicantView,
  type BatchView,
  type ChangeView,
} from '../../../shared/contract/roster.ts';
import { type BatchAction, type BatchDates, type BatchRefusal, batchRefusal } from '../../../shared/domain/batch.ts';
import { Fault } from '../../../shared/support/fault.ts';
import type { Queries } from '../../sql/storage.ts';
import type { Row } from '../../sql/tables.ts';
import { kindsOf } from '../registration.ts';

export const datesOf = (batch: Row<'batch'>): BatchDates => ({
  reportUntil: batch.report_until,
  payUntil: batch.pay_until,
  changeUntil: batch.change_until,
});

/** The last day of each action, for whoever comes after it. */
const LAST_DAY: Partial<Record<BatchAction, keyof BatchDates>> = {
  edit: 'reportUntil',
  declare: 'payUntil',
  confirm_payment: 'payUntil',
  request_change: 'changeUntil',
};

/** Throws the refusal of annex 3, if there is one. */
export function requireAllowed(batch: Row<'batch'>, action: BatchAction, now: number): void {
  const dates = datesOf(batch);
  const refusal: BatchRefusal | null = batchRefusal({ state: batch.state, dates }, action, now);
  if (refusal === null) return;
  const day = LAST_DAY[action];
  throw new Fault(refusal, refusal === 'last_day_over' && day ? { date: dates[day] } : {});
}

const done = (at: number | null, by: string | null) => (at === null ? null : { at, by: by ?? '' });

type ApplicantRow = Row<'applicant'> & { admission_no: string | null };

export const applicantView = (row: ApplicantRow): ApplicantView => ({
  id: row.id,
  name: row.name,
  identityNo: row.identity_no,
  examinationId: row.examination_id,
  sessions: kindsOf(row.sessions_json),
  record: ApplicantRecordSchema.parse(JSON.parse(row.record_json)),
  photoId: row.photo_id,
  photoVerdict: row.photo_verdict,
  admissionNo: row.admission_no,
});

export const changeView = (row: Row<'change_request'>): ChangeView => ({
  id: row.id,
  applicantId: row.applicant_id,
  field: row.field,
  from: row.from_value,
  to: row.to_value,
  why: row.why,
  asked: { at: row.asked_at, by: row.asked_by },
  state: row.state,
  decided: done(row.decided_at, row.decided_by),
  note: row.note,
});

export async function batchView(store: Queries, batchId: string): Promise<BatchView> {
  const batch = await store.findBatch(batchId);
  const roster = (await store.listApplicants(batchId)).map(applicantView);
  const changes = (await store.listChanges(batchId)).map(changeView);
  const paid = done(batch.paid_at, batch.paid_by);
  return {
    id: batch.id,
    institution: batch.institution,
    region: batch.region_name,
    state: batch.state,
    dates: datesOf(batch),
    applicants: roster.length,
    pendingChanges: changes.filter(({ state }) => state === 'pending').length,
    revision: batch.revision,
    declared: done(batch.declared_at, batch.declared_by),
    paid: paid && { ...paid, on: batch.paid_on ?? '' },
    locked: done(batch.locked_at, batch.locked_by),
    roster,
    changes,
  };
}
