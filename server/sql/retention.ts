import type { DeletionLink, DeletionSubject } from '../../shared/domain/retention.ts';
import { canonicalJson } from '../../shared/support/canonical-json.ts';
import type { Db, Row } from './tables.ts';

const linkOf = ({ of_kind, of_id, examination_id, attempt_id, step_json, kind, ...row }: Row<'deletion'>) => ({
  ...row,
  of: { kind: of_kind, id: of_id, examinationId: examination_id, attemptId: attempt_id },
  step: JSON.parse(step_json) as DeletionLink['step'],
});

export async function insertDeletion(db: Db, { of, step, ...link }: DeletionLink): Promise<void> {
  const { kind: of_kind, id: of_id, examinationId: examination_id, attemptId: attempt_id } = of;
  await db
    .insertInto('deletion')
    .values({ ...link, of_kind, of_id, examination_id, attempt_id, kind: step.kind, step_json: canonicalJson(step) })
    .execute();
}

export function lastDeletion(db: Db) {
  return db.selectFrom('deletion').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst();
}

/** The whole log, from its first link on. */
export async function allDeletions(db: Db): Promise<DeletionLink[]> {
  return (await db.selectFrom('deletion').selectAll().orderBy('seq').execute()).map(linkOf);
}

/** Whether it was written down that what is kept of this one goes, and not that it is gone. */
export async function isDeletionBegun(db: Db, { id }: DeletionSubject): Promise<boolean> {
  const last = await db
    .selectFrom('deletion')
    .select('kind')
    .where('of_id', '=', id)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.kind === 'begun';
}

/** When what was recorded of this attempt was last deleted; null while nothing was. */
export async function deletedAt(db: Db, attemptId: string): Promise<number | null> {
  const { at } = await db
    .selectFrom('deletion')
    .select(({ fn }) => fn.max<number | null>('at').as('at'))
    .where('attempt_id', '=', attemptId)
    .where('kind', '=', 'done')
    .executeTakeFirstOrThrow();
  return at;
}

/** Applicants for whom a photo was asked for whose file is there. */
const askedPhotos = (db: Db) =>
  db
    .selectFrom('change_request')
    .innerJoin('picture', 'picture.id', 'change_request.to_value')
    .select('change_request.applicant_id')
    .where('change_request.field', '=', 'photo')
    .where('picture.removed_at', 'is', null);

/** Everybody of the examination of whom there is a recording or a picture. */
export async function whoIsKept(db: Db, examinationId: string): Promise<DeletionSubject[]> {
  const candidates = await db
    .selectFrom('candidate')
    .leftJoin('attempt', 'attempt.candidate_id', 'candidate.id')
    .select(['candidate.id', 'attempt.id as attemptId'])
    .where('candidate.examination_id', '=', examinationId)
    .where(({ or, exists, selectFrom, eb }) =>
      or([
        eb('candidate.registered_picture_id', 'is not', null),
        exists(selectFrom('segment').select('segment.id').whereRef('segment.attempt_id', '=', 'attempt.id')),
        exists(
          selectFrom('picture')
            .select('picture.id')
            .whereRef('picture.attempt_id', '=', 'attempt.id')
            .where('picture.removed_at', 'is', null),
        ),
        exists(
          selectFrom('applicant')
            .select('applicant.id')
            .whereRef('applicant.candidate_id', '=', 'candidate.id')
            .where(({ or: either, eb: its }) =>
              either([its('applicant.photo_id', 'is not', null), its('applicant.id', 'in', askedPhotos(db))]),
            ),
        ),
      ]),
    )
    .orderBy('candidate.id')
    .execute();
  const applicants = await db
    .selectFrom('applicant')
    .select('id')
    .where('examination_id', '=', examinationId)
    .where('candidate_id', 'is', null)
    .where(({ or, eb }) => or([eb('photo_id', 'is not', null), eb('id', 'in', askedPhotos(db))]))
    .orderBy('id')
    .execute();
  return [
    ...candidates.map(({ id, attemptId }) => ({ kind: 'candidate' as const, id, examinationId, attemptId })),
    ...applicants.map(({ id }) => ({ kind: 'applicant' as const, id, examinationId, attemptId: null })),
  ];
}

export interface KeptThings {
  segments: Pick<Row<'segment'>, 'id' | 'path' | 'mime' | 'bytes' | 'sha256'>[];
  /** Ids of the pictures whose files are there. */
  pictures: string[];
}

/** Photos of applicants, also those that a later one replaced. */
async function applicantPhotos(db: Db, { kind, id }: DeletionSubject): Promise<string[]> {
  const applicants = await db
    .selectFrom('applicant')
    .select(['id', 'photo_id'])
    .where(kind === 'applicant' ? 'id' : 'candidate_id', '=', id)
    .execute();
  if (applicants.length === 0) return [];
  const lines = await db
    .selectFrom('roster_audit')
    .select('detail_json')
    .where(
      'applicant_id',
      'in',
      applicants.map((each) => each.id),
    )
    .where('action', 'in', ['photo_added', 'photo_judged', 'change_requested'])
    .execute();
  const earlier = lines.map(({ detail_json }) => (JSON.parse(detail_json) as { photoId?: string }).photoId);
  return [...applicants.map(({ photo_id }) => photo_id), ...earlier].filter((photo) => typeof photo === 'string');
}

/** What is there of this one: recordings and stills, pictures of the attempt, and registered photos. */
export async function keptThings(db: Db, subject: DeletionSubject): Promise<KeptThings> {
  const { attemptId, id } = subject;
  const pictures = await applicantPhotos(db, subject);
  const segments: KeptThings['segments'] = [];
  if (subject.kind === 'candidate') {
    const { registered_picture_id: registered } = await db
      .selectFrom('candidate')
      .select('registered_picture_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (registered !== null) pictures.push(registered);
  }
  if (attemptId !== null) {
    const columns = ['id', 'path', 'mime', 'bytes', 'sha256'] as const;
    segments.push(
      ...(await db.selectFrom('segment').select(columns).where('attempt_id', '=', attemptId).orderBy('id').execute()),
    );
    const own = await db.selectFrom('picture').select('id').where('attempt_id', '=', attemptId).execute();
    const compared = await db
      .selectFrom('identity_check')
      .select('registered_picture_id as id')
      .where('attempt_id', '=', attemptId)
      .execute();
    pictures.push(...[...own, ...compared].flatMap((picture) => picture.id ?? []));
  }
  if (pictures.length === 0) return { segments, pictures: [] };
  const there = await db
    .selectFrom('picture')
    .select('id')
    .where('id', 'in', pictures)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute();
  return { segments, pictures: there.map((picture) => picture.id) };
}

/** Speaks no more of these files, which are gone. */
export async function forgetThings(db: Db, subject: DeletionSubject, things: KeptThings, at: number): Promise<void> {
  const { id } = subject;
  for (const picture of things.pictures) {
    await db.updateTable('picture').set({ removed_at: at }).where('id', '=', picture).execute();
  }
  for (const segment of things.segments) await db.deleteFrom('segment').where('id', '=', segment.id).execute();
  await db
    .updateTable('applicant')
    .set({ photo_id: null })
    .where(subject.kind === 'applicant' ? 'id' : 'candidate_id', '=', id)
    .execute();
  if (subject.kind === 'applicant') return;
  await db.updateTable('candidate').set({ registered_picture_id: null }).where('id', '=', id).execute();
}

/** Names of these candidates and applicants. */
export async function namesOf(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const candidates = await db
    .selectFrom('candidate')
    .select(['id', 'name', 'admission_no'])
    .where('id', 'in', ids)
    .execute();
  const applicants = await db.selectFrom('applicant').select(['id', 'name']).where('id', 'in', ids).execute();
  return [...candidates, ...applicants.map((each) => ({ ...each, admission_no: null }))];
}
