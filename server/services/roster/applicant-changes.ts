import { ApplicantRecordSchema } from '../../../shared/contract/roster.ts';
import {
  approvalRefusal,
  type Changeable,
  mayBeChanged,
  mayDecide,
  type TextChange,
} from '../../../shared/domain/batch.ts';
import { isIdentityNumber, normaliseIdentityNumber } from '../../../shared/domain/identity-number.ts';
import type { PhotoVerdict } from '../../../shared/domain/roster.ts';
import type { Clock } from '../../../shared/support/clock.ts';
import { Fault } from '../../../shared/support/fault.ts';
import { imageKind } from '../../roster-files/image-kind.ts';
import type { Queries, Storage } from '../../sql/storage.ts';
import type { Row } from '../../sql/tables.ts';
import type { StaffCaller } from '../callers.ts';
import type { ExaminationBook } from '../examination-book.ts';
import { newId } from '../ids.ts';
import type { PictureFiles, RandomSource } from '../ports.ts';
import { requireAllowed } from './batch-rows.ts';
import { isEligible } from './eligible.ts';
import type { RosterAudit } from './roster-audit.ts';

/** `to` is an examination's id for `level`. */
export interface AskedChange {
  field: TextChange;
  to: string;
  why: string;
}

/** A photo, and what a browser saw in it. */
export interface AskedPhoto {
  /** Base64. */
  jpeg: string;
  verdict: PhotoVerdict;
  why: string;
}

type Person = Pick<StaffCaller, 'staffId' | 'name'>;

export interface ApplicantChanges {
  /** Corrects a record while the batch may be edited. */
  correct(applicantId: string, change: AskedChange, by: string): Promise<void>;
  /** Asks for a change once it may not (修改申请). Throws `still_open` before. */
  request(applicantId: string, change: AskedChange, by: Person): Promise<void>;
  /** The same for a photo, which must show exactly one face (`photos_not_usable`). */
  requestPhoto(applicantId: string, photo: AskedPhoto, by: Person): Promise<void>;
  /** The photo asked for, JPEG. Throws `not_found`. */
  askedPhoto(changeId: string): Promise<Buffer>;
  /**
   * The centre's decision, by another person than who asked (`change_needs_another`); an approved change is made at once,
   * in the candidate's seat too.
   */
  decide(changeId: string, decision: { decision: 'approved' | 'refused'; note: string }, by: Person): Promise<void>;
}

interface Parts {
  store: Storage;
  clock: Clock;
  random: RandomSource;
  book: ExaminationBook;
  audit: RosterAudit;
  files: PictureFiles;
}

const currentValue = (applicant: Row<'applicant'>, field: Changeable): string =>
  ({
    ...{ name: applicant.name, identityNo: applicant.identity_no, level: applicant.examination_id },
    photo: applicant.photo_id ?? '',
  })[field];

export function createApplicantChanges({ store, clock, random, book, audit, files }: Parts): ApplicantChanges {
  /** The value as it will be stored. Throws when it cannot be. */
  const accepted = async (
    all: Queries,
    applicant: Row<'applicant'>,
    { field, to }: { field: Changeable; to: string },
  ): Promise<string> => {
    if (field === 'photo') return to;
    if (field === 'name') return to.normalize('NFKC').trim();
    const identityNo = field === 'identityNo' ? normaliseIdentityNumber(to) : applicant.identity_no;
    if (!isIdentityNumber(identityNo)) throw new Fault('identity_number_malformed');
    const examination = book.examination(field === 'level' ? to : applicant.examination_id);
    const same = (await all.applicantsByIdentity([identityNo])).filter(({ id }) => id !== applicant.id);
    const taken = same.some(
      (each) => each.batch_id === applicant.batch_id || each.occupation === examination.occupation,
    );
    if (taken) throw new Fault('identity_in_use');
    return field === 'level' ? examination.id : identityNo;
  };

  const make = async (all: Queries, applicant: Row<'applicant'>, field: Changeable, to: string) => {
    if (field === 'name') await all.updateApplicant(applicant.id, { name: to });
    if (field === 'identityNo') await all.updateApplicant(applicant.id, { identity_no: to });
    if (field === 'level') {
      const sessions = book.examination(to).sessions.map(({ kind }) => kind);
      await all.updateApplicant(applicant.id, { examination_id: to, sessions_json: JSON.stringify(sessions) });
    }
    if (field === 'photo') await all.updateApplicant(applicant.id, { photo_id: to, photo_verdict: 'usable' });
    if (!applicant.candidate_id) return;
    if (field === 'photo') await all.setRegisteredPicture(applicant.candidate_id, to);
    if (field === 'name') await all.updateCandidate(applicant.candidate_id, { name: to });
    if (field === 'identityNo') await all.updateCandidate(applicant.candidate_id, { identity_no: to });
  };

  /** Whom a request is about. Throws why there can be none. */
  const askable = async (all: Queries, applicantId: string, field: Changeable) => {
    const applicant = await all.findApplicant(applicantId);
    const batch = await all.findBatch(applicant.batch_id);
    requireAllowed(batch, 'request_change', clock.now());
    if (!mayBeChanged(field, batch.state)) throw new Fault('change_not_possible');
    return { applicant, batch };
  };
  const ask = async (
    all: Queries,
    asked: { applicant: Row<'applicant'>; batch: Row<'batch'>; field: Changeable; to: string; why: string },
    { name: by, staffId }: Person,
  ) => {
    const { applicant, batch, field, to, why } = asked;
    const from = currentValue(applicant, field);
    await all.insertChange({
      ...{ id: newId(random), applicant_id: applicant.id, field, from_value: from, to_value: to, why },
      ...{ asked_at: clock.now(), asked_by: by, asked_by_id: staffId, state: 'pending', note: '' },
    });
    // By `photoId` the retention finds every photo there ever was.
    const detail = { field, from, to, why, ...(field === 'photo' ? { photoId: to } : {}) };
    await audit.record(all, { batchId: batch.id, applicantId: applicant.id, by, action: 'change_requested', detail });
  };

  return {
    correct: (applicantId, { field, to, why }, by) =>
      store.transaction(async (all) => {
        const applicant = await all.findApplicant(applicantId);
        const batch = await all.findBatch(applicant.batch_id);
        requireAllowed(batch, 'edit', clock.now());
        const value = await accepted(all, applicant, { field, to });
        await make(all, applicant, field, value);
        await all.updateBatch(batch.id, { revision: batch.revision + 1 });
        const detail = { field, from: currentValue(applicant, field), to: value, why };
        await audit.record(all, { batchId: batch.id, applicantId, by, action: 'corrected', detail });
      }),
    request: (applicantId, { field, to, why }, by) =>
      store.transaction(async (all) => {
        const { applicant, batch } = await askable(all, applicantId, field);
        await ask(all, { applicant, batch, field, to: await accepted(all, applicant, { field, to }), why }, by);
      }),
    async requestPhoto(applicantId, { jpeg, verdict, why }, by) {
      await askable(store, applicantId, 'photo');
      if (verdict !== 'usable') throw new Fault('photos_not_usable', { count: 1 });
      const bytes = Buffer.from(jpeg, 'base64');
      if (imageKind(bytes) !== 'jpeg') throw new Fault('bad_request', { field: 'jpeg' });
      const id = newId(random);
      // The file first: a photo that is named by a row must be there.
      await files.write(id, bytes);
      await store.transaction(async (all) => {
        const { applicant, batch } = await askable(all, applicantId, 'photo');
        await all.insertPicture({ id, attempt_id: null, at: clock.now() });
        await ask(all, { applicant, batch, field: 'photo', to: id, why }, by);
      });
    },
    async askedPhoto(changeId) {
      const { field, to_value: photoId } = await store.findChange(changeId);
      if (field !== 'photo') throw new Fault('not_found');
      return files.read(photoId);
    },
    decide: (changeId, { decision, note }, by) =>
      store.transaction(async (all) => {
        const row = await all.findChange(changeId);
        const applicant = await all.findApplicant(row.applicant_id);
        const batch = await all.findBatch(applicant.batch_id);
        const { field, from_value: from, to_value: to, state } = row;
        const refusal = approvalRefusal({ field, from, to, state }, batch.state, currentValue(applicant, field));
        if (refusal === 'decided') throw new Fault('change_decided');
        if (!mayDecide({ by: row.asked_by, byId: row.asked_by_id }, by)) throw new Fault('change_needs_another');
        if (decision === 'approved') {
          if (refusal === 'outdated') throw new Fault('change_outdated');
          if (refusal === 'not_changeable') throw new Fault('change_not_possible');
          const value = await accepted(all, applicant, { field, to });
          const record = ApplicantRecordSchema.parse(JSON.parse(applicant.record_json));
          const fits = field !== 'level' || isEligible(record, book.examination(value), batch.report_until);
          if (!fits) throw new Fault('not_eligible', { count: 1 });
          await make(all, applicant, field, value);
          await all.updateBatch(batch.id, { revision: batch.revision + 1 });
        }
        const decided = { decided_at: clock.now(), decided_by: by.name, decided_by_id: by.staffId };
        await all.decideChange(changeId, { state: decision, ...decided, note });
        const action = decision === 'approved' ? ('change_approved' as const) : ('change_refused' as const);
        const detail = { field, from, to, note };
        await audit.record(all, { batchId: batch.id, applicantId: applicant.id, by: by.name, action, detail });
      }),
  };
}
