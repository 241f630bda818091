import type { FileAnswer } from '../../../shared/contract/roster.ts';
import type { PhotoVerdict, RosterFault } from '../../../shared/domain/roster.ts';
import type { Clock } from '../../../shared/support/clock.ts';
import { Fault } from '../../../shared/support/fault.ts';
import { imageKind } from '../../roster-files/image-kind.ts';
import { readPhotos } from '../../roster-files/read-photos.ts';
import type { Storage } from '../../sql/storage.ts';
import { newId } from '../ids.ts';
import type { PictureFiles, RandomSource } from '../ports.ts';
import { requireAllowed } from './batch-rows.ts';
import type { RosterAudit } from './roster-audit.ts';

export interface ApplicantPhotos {
  /** Takes all photos of the archive if it has no fault; who had one before has the new one, not looked at yet. */
  take(batchId: string, bytes: Buffer, by: string): Promise<FileAnswer>;
  /** The bytes of an applicant's photo, JPEG or PNG. Throws `not_found`. */
  read(applicantId: string): Promise<Buffer>;
  /** What a browser saw in the photo. Throws `change_outdated` when the applicant has another one by now. */
  judge(
    applicantId: string,
    seen: { photoId: string; verdict: PhotoVerdict; jpeg: string | null },
    by: string,
  ): Promise<void>;
}

interface Parts {
  store: Storage;
  clock: Clock;
  random: RandomSource;
  files: PictureFiles;
  audit: RosterAudit;
}

export function createApplicantPhotos({ store, clock, random, files, audit }: Parts): ApplicantPhotos {
  const write = async (bytes: Buffer): Promise<string> => {
    const id = newId(random);
    await files.write(id, bytes);
    return id;
  };

  return {
    async take(batchId, bytes, by) {
      requireAllowed(await store.findBatch(batchId), 'edit', clock.now());
      const { photos, faults } = await readPhotos(bytes);
      const roster = new Map((await store.listApplicants(batchId)).map((row) => [row.identity_no, row]));
      const strangers = [...photos.keys()].filter((identityNo) => !roster.has(identityNo));
      const all: RosterFault[] = [
        ...faults,
        ...strangers.map((cell) => ({ kind: 'applicant_unknown' as const, sheet: '', row: null, cell, detail: '' })),
      ];
      if (all.length > 0) return { faults: all, found: photos.size, taken: false };
      // Files first: a photo that is named by a row must be there.
      const written: { applicantId: string; id: string }[] = [];
      for (const [identityNo, photo] of photos) {
        const applicant = roster.get(identityNo);
        if (applicant) written.push({ applicantId: applicant.id, id: await write(photo) });
      }
      await store.transaction(async (into) => {
        const batch = await into.findBatch(batchId);
        requireAllowed(batch, 'edit', clock.now());
        for (const { applicantId, id } of written) {
          await into.insertPicture({ id, attempt_id: null, at: clock.now() });
          await into.updateApplicant(applicantId, { photo_id: id, photo_verdict: null });
          await audit.record(into, { batchId, applicantId, by, action: 'photo_added', detail: { photoId: id } });
        }
        await into.updateBatch(batchId, { revision: batch.revision + 1 });
      });
      return { faults: [], found: photos.size, taken: true };
    },
    async read(applicantId) {
      const { photo_id: photoId } = await store.findApplicant(applicantId);
      if (photoId === null) throw new Fault('not_found');
      return files.read(photoId);
    },
    async judge(applicantId, { photoId, verdict, jpeg }, by) {
      const before = await store.findApplicant(applicantId);
      requireAllowed(await store.findBatch(before.batch_id), 'edit', clock.now());
      if (before.photo_id !== photoId) throw new Fault('change_outdated');
      const kind = imageKind(await files.read(photoId));
      const replacement = jpeg === null ? null : Buffer.from(jpeg, 'base64');
      if (replacement && imageKind(replacement) !== 'jpeg') throw new Fault('bad_request', { field: 'jpeg' });
      // Sign-in and the proctor's console read JPEG: a PNG may be usable only as the JPEG that was made of it.
      if (verdict === 'usable' && kind !== 'jpeg' && !replacement) throw new Fault('bad_request', { field: 'jpeg' });
      const newPhoto = kind !== 'jpeg' && replacement ? await write(replacement) : null;
      await store.transaction(async (all) => {
        if ((await all.findApplicant(applicantId)).photo_id !== photoId) throw new Fault('change_outdated');
        if (newPhoto) await all.insertPicture({ id: newPhoto, attempt_id: null, at: clock.now() });
        await all.updateApplicant(applicantId, { photo_verdict: verdict, photo_id: newPhoto ?? photoId });
        const detail = { photoId: newPhoto ?? photoId, verdict };
        await audit.record(all, { batchId: before.batch_id, applicantId, by, action: 'photo_judged', detail });
      });
    },
  };
}
