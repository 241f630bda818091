import type { Insertable, Updateable } from 'kysely';
import { Fault } from '../../shared/support/fault.ts';
import type { Db, Row, Tables } from './tables.ts';

const notFound = () => new Fault('not_found');

export async function insertBatch(db: Db, batch: Insertable<Tables['batch']>): Promise<void> {
  await db.insertInto('batch').values(batch).execute();
}

export async function updateBatch(db: Db, id: string, change: Updateable<Tables['batch']>): Promise<void> {
  await db.updateTable('batch').set(change).where('id', '=', id).execute();
}

/** With the name of its region. */
export function findBatch(db: Db, id: string): Promise<Row<'batch'> & { region_name: string | null }> {
  return db
    .selectFrom('batch')
    .leftJoin('region', 'region.id', 'batch.region_id')
    .selectAll('batch')
    .select('region.name as region_name')
    .where('batch.id', '=', id)
    .executeTakeFirstOrThrow(notFound);
}

/** Newest first, each with how many apply in it and how many requests wait. */
export function listBatches(db: Db) {
  return db
    .selectFrom('batch')
    .leftJoin('region', 'region.id', 'batch.region_id')
    .selectAll('batch')
    .select('region.name as region_name')
    .select((of) => [
      of
        .selectFrom('applicant')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('applicant.batch_id', '=', 'batch.id')
        .as('applicants'),
      of
        .selectFrom('change_request')
        .innerJoin('applicant', 'applicant.id', 'change_request.applicant_id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('applicant.batch_id', '=', 'batch.id')
        .where('change_request.state', '=', 'pending')
        .as('pending_changes'),
    ])
    .orderBy('made_at', 'desc')
    .execute();
}

/** With the admission number of those who have one, in the order of the file. */
export function listApplicants(db: Db, batchId: string) {
  return db
    .selectFrom('applicant')
    .leftJoin('candidate', 'candidate.id', 'applicant.candidate_id')
    .selectAll('applicant')
    .select('candidate.admission_no')
    .where('batch_id', '=', batchId)
    .orderBy('position')
    .execute();
}

export function findApplicant(db: Db, id: string): Promise<Row<'applicant'>> {
  return db.selectFrom('applicant').selectAll().where('id', '=', id).executeTakeFirstOrThrow(notFound);
}

/** Who has one of these identity numbers in any batch, with the occupation applied for. */
export async function applicantsByIdentity(db: Db, identityNos: readonly string[]) {
  if (identityNos.length === 0) return [];
  return db
    .selectFrom('applicant')
    .innerJoin('examination', 'examination.id', 'applicant.examination_id')
    .innerJoin('batch', 'batch.id', 'applicant.batch_id')
    .select(['applicant.id', 'batch_id', 'identity_no', 'examination.occupation', 'batch.institution'])
    .where('identity_no', 'in', identityNos)
    .execute();
}

export async function insertApplicant(db: Db, applicant: Insertable<Tables['applicant']>): Promise<void> {
  await db.insertInto('applicant').values(applicant).execute();
}

export async function updateApplicant(db: Db, id: string, change: Updateable<Tables['applicant']>): Promise<void> {
  await db.updateTable('applicant').set(change).where('id', '=', id).execute();
}

export async function deleteApplicant(db: Db, id: string): Promise<void> {
  await db.deleteFrom('applicant').where('id', '=', id).execute();
}

export async function insertChange(db: Db, change: Insertable<Tables['change_request']>): Promise<void> {
  await db.insertInto('change_request').values(change).execute();
}

export function findChange(db: Db, id: string): Promise<Row<'change_request'>> {
  return db.selectFrom('change_request').selectAll().where('id', '=', id).executeTakeFirstOrThrow(notFound);
}

export async function decideChange(
  db: Db,
  id: string,
  decision: Pick<Row<'change_request'>, 'state' | 'decided_at' | 'decided_by' | 'decided_by_id' | 'note'>,
): Promise<void> {
  await db.updateTable('change_request').set(decision).where('id', '=', id).execute();
}

export function listChanges(db: Db, batchId: string) {
  return db
    .selectFrom('change_request')
    .innerJoin('applicant', 'applicant.id', 'change_request.applicant_id')
    .selectAll('change_request')
    .where('batch_id', '=', batchId)
    .orderBy('asked_at')
    .execute();
}

export async function insertAudit(db: Db, line: Insertable<Tables['roster_audit']>): Promise<void> {
  await db.insertInto('roster_audit').values(line).execute();
}

/** The lines of one applicant and those of its whole batch, oldest first. */
export function auditOf(db: Db, { batchId, applicantId }: { batchId: string; applicantId: string }) {
  return db
    .selectFrom('roster_audit')
    .selectAll()
    .where('batch_id', '=', batchId)
    .where((to) => to.or([to('applicant_id', '=', applicantId), to('applicant_id', 'is', null)]))
    .orderBy('position')
    .execute();
}

/** The candidate of this examination who has this identity number, if there is one. */
export function findCandidateByIdentity(db: Db, examinationId: string, identityNo: string) {
  return db
    .selectFrom('candidate')
    .selectAll()
    .where('examination_id', '=', examinationId)
    .where('identity_no', '=', identityNo)
    .executeTakeFirst();
}

export async function admissionNumbers(db: Db, prefix: string): Promise<string[]> {
  const rows = await db
    .selectFrom('candidate')
    .select('admission_no')
    .where('admission_no', 'like', `${prefix}%`)
    .execute();
  return rows.map((row) => row.admission_no);
}

export async function insertCandidate(db: Db, candidate: Insertable<Tables['candidate']>): Promise<void> {
  await db.insertInto('candidate').values(candidate).execute();
}

export async function updateCandidate(
  db: Db,
  id: string,
  change: Partial<
    Pick<Row<'candidate'>, 'name' | 'identity_no' | 'registered_picture_id' | 'sessions_json' | 'region_id'>
  >,
): Promise<void> {
  await db.updateTable('candidate').set(change).where('id', '=', id).execute();
}
