import type { FileAnswer } from '../../../shared/contract/roster.ts';
import { shanghaiDate } from '../../../shared/domain/exam-calendar.ts';
import type { Applicant, OfferedExamination, RosterFault } from '../../../shared/domain/roster.ts';
import { canonicalJson } from '../../../shared/support/canonical-json.ts';
import type { Clock } from '../../../shared/support/clock.ts';
import { readRoster } from '../../roster-files/read-roster.ts';
import type { Queries, Storage } from '../../sql/storage.ts';
import type { Row } from '../../sql/tables.ts';
import type { ExaminationBook } from '../examination-book.ts';
import { newId } from '../ids.ts';
import type { RandomSource } from '../ports.ts';
import { applicantView, requireAllowed } from './batch-rows.ts';
import type { RosterAudit } from './roster-audit.ts';

export interface RosterImport {
  /** Lists everything that is wrong with the file. Throws the refusals of annex 3. */
  check(batchId: string, bytes: Buffer): Promise<FileAnswer>;
  /**
   * Replaces the batch's roster by the file's, if it has no fault. Who was in it before keeps photo and trail; who is
   * not in the file any more is removed.
   */
  take(batchId: string, bytes: Buffer, by: string): Promise<FileAnswer>;
}

interface Parts {
  store: Storage;
  clock: Clock;
  random: RandomSource;
  book: ExaminationBook;
  audit: RosterAudit;
}

export function createRosterImport({ store, clock, random, book, audit }: Parts): RosterImport {
  const offered: OfferedExamination[] = book.examinations.map(({ id, occupation, level, sessions }) => ({
    id,
    occupation,
    level,
    sessions,
  }));

  /** Applicants whom another batch has for the same occupation. */
  const elsewhere = async (all: Queries, batchId: string, applicants: readonly Applicant[]): Promise<RosterFault[]> => {
    if (applicants.length === 0) return [];
    const known = await all.applicantsByIdentity(applicants.map(({ identityNo }) => identityNo));
    return applicants.flatMap(({ identityNo, name, examinationId }) => {
      const { occupation } = book.examination(examinationId);
      const other = known.find(
        (each) => each.batch_id !== batchId && each.identity_no === identityNo && each.occupation === occupation,
      );
      const detail = `${name} ${identityNo}: ${other?.institution}`;
      return other ? [{ kind: 'identity_in_other_batch' as const, sheet: '', row: null, cell: '', detail }] : [];
    });
  };

  const read = async (all: Queries, batchId: string, bytes: Buffer) => {
    requireAllowed(await all.findBatch(batchId), 'edit', clock.now());
    const { applicants, faults } = await readRoster(bytes, { offered, today: shanghaiDate(clock.now()) });
    return { applicants, faults: [...faults, ...(await elsewhere(all, batchId, applicants))] };
  };

  const columns = ({ name, identityNo, examinationId, sessions, record }: Applicant) => ({
    name,
    identity_no: identityNo,
    examination_id: examinationId,
    sessions_json: canonicalJson(sessions),
    record_json: canonicalJson(record),
  });

  /** Brings the stored roster to the file's; returns what it was, for the trail. */
  const replace = async (all: Queries, batch: Row<'batch'>, applicants: readonly Applicant[], by: string) => {
    const batchId = batch.id;
    const before = new Map((await all.listApplicants(batchId)).map((row) => [row.identity_no, row]));
    const tell = (
      applicantId: string,
      action: 'applicant_added' | 'applicant_replaced' | 'applicant_removed',
      detail: Record<string, unknown>,
    ) => audit.record(all, { batchId, applicantId, by, action, detail });
    for (const [position, applicant] of applicants.entries()) {
      const known = before.get(applicant.identityNo);
      before.delete(applicant.identityNo);
      const { identityNo, name, examinationId } = applicant;
      if (!known) {
        const id = newId(random);
        await all.insertApplicant({ id, batch_id: batchId, position, ...columns(applicant) });
        await tell(id, 'applicant_added', { identityNo, name, examinationId });
        continue;
      }
      const { name: oldName, examinationId: oldExamination, sessions, record } = applicantView(known);
      const was = { name: oldName, examinationId: oldExamination, sessions, record };
      const is = { name, examinationId, sessions: applicant.sessions, record: applicant.record };
      await all.updateApplicant(known.id, { position, ...columns(applicant) });
      if (canonicalJson(was) !== canonicalJson(is)) {
        await tell(known.id, 'applicant_replaced', { identityNo, from: was, to: is });
      }
    }
    for (const gone of before.values()) {
      await all.deleteApplicant(gone.id);
      await tell(gone.id, 'applicant_removed', { identityNo: gone.identity_no, name: gone.name });
    }
    await all.updateBatch(batchId, { revision: batch.revision + 1 });
    const detail = { applicants: applicants.length };
    await audit.record(all, { batchId, applicantId: null, by, action: 'roster_imported', detail });
  };

  return {
    async check(batchId, bytes) {
      const { applicants, faults } = await read(store, batchId, bytes);
      return { faults, found: applicants.length, taken: false };
    },
    take: (batchId, bytes, by) =>
      store.transaction(async (all) => {
        const { applicants, faults } = await read(all, batchId, bytes);
        if (faults.length > 0) return { faults, found: applicants.length, taken: false };
        await replace(all, await all.findBatch(batchId), applicants, by);
        return { faults, found: applicants.length, taken: true };
      }),
  };
}
