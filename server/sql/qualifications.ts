import type { QualificationLink } from '../../shared/domain/qualification.ts';
import { linkOf, qualificationRow, stepIn } from './qualification-row.ts';
import type { Db, Row } from './tables.ts';

export async function insertQualification(db: Db, link: QualificationLink): Promise<void> {
  await db.insertInto('qualification').values(qualificationRow(link)).execute();
}

export function lastQualification(db: Db) {
  return db.selectFrom('qualification').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst();
}

/** The whole log, from its first link on. */
export async function allQualifications(db: Db): Promise<QualificationLink[]> {
  return (await db.selectFrom('qualification').selectAll().orderBy('seq').execute()).map(linkOf);
}

/** Everything about one member of the staff, in its order. */
export async function qualificationsOf(db: Db, staffId: string): Promise<QualificationLink[]> {
  const rows = await db
    .selectFrom('qualification')
    .selectAll()
    .where('staff_id', '=', staffId)
    .orderBy('seq')
    .execute();
  return rows.map(linkOf);
}

/** What gives or takes a pass, of everybody, and the rules for it, in their order. */
export async function qualifyingSteps(db: Db): Promise<Pick<QualificationLink, 'staffId' | 'step'>[]> {
  const rows = await db
    .selectFrom('qualification')
    .select(['staff_id', 'step_json'])
    .where('kind', '!=', 'begun')
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({ staffId: row.staff_id, step: stepIn(row) }));
}

export async function insertRunFlag(db: Db, flag: Row<'training_flag'>): Promise<void> {
  await db.insertInto('training_flag').values(flag).execute();
}

/** In the order in which they were noted. */
export function runFlags(db: Db, runId: string) {
  return db.selectFrom('training_flag').selectAll().where('run_id', '=', runId).orderBy('number').execute();
}
