import type { Clock } from '../../../shared/support/clock.ts';
import type { Storage } from '../../sql/storage.ts';
import type { ExaminationBook } from '../examination-book.ts';
import type { DocumentFiles, PictureFiles, RandomSource } from '../ports.ts';
import { type ApplicantChanges, createApplicantChanges } from './applicant-changes.ts';
import { type ApplicantPhotos, createApplicantPhotos } from './applicant-photos.ts';
import { type BatchSteps, createBatchSteps } from './batch-steps.ts';
import { type Batches, createBatches } from './batches.ts';
import { createRosterAudit } from './roster-audit.ts';
import { createRosterImport, type RosterImport } from './roster-import.ts';

/** What an organiser does with batches of applicants. */
export interface RosterServices {
  batches: Batches;
  imports: RosterImport;
  photos: ApplicantPhotos;
  steps: BatchSteps;
  changes: ApplicantChanges;
}

interface World {
  store: Storage;
  clock: Clock;
  random: RandomSource;
  book: ExaminationBook;
  pictureFiles: PictureFiles;
  documentFiles: DocumentFiles;
}

export function createRosterServices(world: World): RosterServices {
  const { store, clock, random, book } = world;
  const audit = createRosterAudit(clock);
  const parts = { store, clock, random, book, audit };
  return {
    batches: createBatches(parts),
    imports: createRosterImport(parts),
    photos: createApplicantPhotos({ store, clock, random, audit, files: world.pictureFiles }),
    steps: createBatchSteps({ ...parts, documents: world.documentFiles }),
    changes: createApplicantChanges({ ...parts, files: world.pictureFiles }),
  };
}
