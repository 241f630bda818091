import type { BatchView } from '../../../shared/contract/roster.ts';
import { stateAfter } from '../../../shared/domain/batch.ts';
import { shanghaiDate, shanghaiTime } from '../../../shared/domain/exam-calendar.ts';
import { countsOf } from '../../../shared/domain/roster.ts';
import type { Clock } from '../../../shared/support/clock.ts';
import { Fault } from '../../../shared/support/fault.ts';
import type { Queries, Storage } from '../../sql/storage.ts';
import type { ExaminationBook } from '../examination-book.ts';
import { newId } from '../ids.ts';
import type { DocumentFiles, RandomSource } from '../ports.ts';
import { applicantView, batchView, requireAllowed } from './batch-rows.ts';
import { documentKind, MIME_OF } from './document-kind.ts';
import { isEligible } from './eligible.ts';
import type { RosterAudit } from './roster-audit.ts';
import { seat } from './seat.ts';

export interface BatchSteps {
  /**
   * Keeps the signed declaration. Throws the refusals of annex 3, `file_kind_wrong`, `roster_changed`, `roster_empty`,
   * and `not_eligible` or `photos_not_usable` with how many.
   */
  declare(batchId: string, given: { scan: Buffer; revision: number }, by: string): Promise<BatchView>;
  /** The signed declaration as it was handed in. Throws `not_found`. */
  declaration(batchId: string): Promise<{ bytes: Buffer; mime: string }>;
  /** `paidOn` is the day the payment was made, which counts, not the day it is confirmed. */
  confirmPayment(batchId: string, paidOn: string, by: string): Promise<BatchView>;
  /** Gives every applicant a seat: a candidate who can sign in, with an admission number. */
  lock(batchId: string, by: string): Promise<BatchView>;
}

interface Parts {
  store: Storage;
  clock: Clock;
  random: RandomSource;
  book: ExaminationBook;
  /** Where signed declarations are kept. */
  documents: DocumentFiles;
  audit: RosterAudit;
}

export function createBatchSteps({ store, clock, random, book, documents, audit }: Parts): BatchSteps {
  /** Throws what keeps a roster from being declared; returns how many apply for what. */
  const declarable = async (all: Queries, batchId: string, countedOn: string): Promise<Record<string, number>> => {
    const roster = (await all.listApplicants(batchId)).map(applicantView);
    if (roster.length === 0) throw new Fault('roster_empty');
    const unfit = roster.filter(
      ({ record, examinationId }) => !isEligible(record, book.examination(examinationId), countedOn),
    );
    if (unfit.length > 0) throw new Fault('not_eligible', { count: unfit.length });
    const unseen = roster.filter(({ photoId, photoVerdict }) => photoId !== null && photoVerdict !== 'usable');
    if (unseen.length > 0) throw new Fault('photos_not_usable', { count: unseen.length });
    return countsOf(roster);
  };

  return {
    async declare(batchId, { scan, revision }, by) {
      const kind = documentKind(scan);
      if (!kind) throw new Fault('file_kind_wrong', { kinds: 'PDF, JPEG, PNG' });
      const id = newId(random);
      await documents.write(id, scan);
      await store.transaction(async (all) => {
        const batch = await all.findBatch(batchId);
        requireAllowed(batch, 'declare', clock.now());
        if (batch.revision !== revision) throw new Fault('roster_changed');
        const counts = await declarable(all, batchId, batch.report_until);
        await all.updateBatch(batchId, {
          state: stateAfter(batch.state, 'declare'),
          ...{ declared_at: clock.now(), declared_by: by, declaration_id: id, declaration_mime: MIME_OF[kind] },
        });
        await audit.record(all, { batchId, applicantId: null, by, action: 'declared', detail: { counts, revision } });
      });
      return batchView(store, batchId);
    },
    async declaration(batchId) {
      const { declaration_id: id, declaration_mime: mime } = await store.findBatch(batchId);
      if (id === null || mime === null) throw new Fault('not_found');
      return { bytes: await documents.read(id), mime };
    },
    async confirmPayment(batchId, paidOn, by) {
      if (paidOn > shanghaiDate(clock.now())) throw new Fault('bad_request', { field: 'paidOn' });
      await store.transaction(async (all) => {
        const batch = await all.findBatch(batchId);
        requireAllowed(batch, 'confirm_payment', shanghaiTime(paidOn, '12:00'));
        const state = stateAfter(batch.state, 'confirm_payment');
        await all.updateBatch(batchId, { state, paid_on: paidOn, paid_at: clock.now(), paid_by: by });
        const detail = { paidOn };
        await audit.record(all, { batchId, applicantId: null, by, action: 'payment_confirmed', detail });
      });
      return batchView(store, batchId);
    },
    async lock(batchId, by) {
      await store.transaction(async (all) => {
        const batch = await all.findBatch(batchId);
        requireAllowed(batch, 'lock', clock.now());
        for (const applicant of await all.listApplicants(batchId)) {
          const admissionNo = await seat(all, {
            applicant,
            regionId: batch.region_id,
            examination: book.examination(applicant.examination_id),
            random,
          });
          const detail = { admissionNo };
          await audit.record(all, { batchId, applicantId: applicant.id, by, action: 'seated', detail });
        }
        const state = stateAfter(batch.state, 'lock');
        await all.updateBatch(batchId, { state, locked_at: clock.now(), locked_by: by });
        await audit.record(all, { batchId, applicantId: null, by, action: 'locked', detail: {} });
      });
      return batchView(store, batchId);
    },
  };
}
