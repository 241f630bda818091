import type { Insertable } from 'kysely';
import type { Db, Row, Tables } from './tables.ts';

export function findThesis(db: Db, id: string) {
  return db.selectFrom('thesis').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Newest first. */
export function thesesOf(db: Db, attemptId: string, sessionId: string) {
  return db
    .selectFrom('thesis')
    .selectAll()
    .where('attempt_id', '=', attemptId)
    .where('session_id', '=', sessionId)
    .orderBy('position', 'desc')
    .execute();
}

/** Newest first, with whose they are. */
export function thesesOfSession(db: Db, sessionId: string) {
  return db
    .selectFrom('thesis')
    .innerJoin('attempt', 'attempt.id', 'thesis.attempt_id')
    .innerJoin('candidate', 'candidate.id', 'attempt.candidate_id')
    .selectAll('thesis')
    .select(['candidate.name as candidate_name', 'candidate.admission_no'])
    .where('thesis.session_id', '=', sessionId)
    .orderBy('candidate.admission_no')
    .orderBy('position', 'desc')
    .execute();
}

export function thesesToScan(db: Db) {
  return db.selectFrom('thesis').selectAll().where('scan', '=', 'pending').orderBy('position').execute();
}

export async function insertThesis(db: Db, thesis: Insertable<Tables['thesis']>): Promise<void> {
  await db.insertInto('thesis').values(thesis).execute();
}

/** The one change a row may see: what the scanner found when it could look at last. False when it was settled already. */
export async function settleThesisScan(
  db: Db,
  id: string,
  scan: Extract<Row<'thesis'>['scan'], 'clean' | 'infected'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('thesis')
    .set({ scan })
    .where('id', '=', id)
    .where('scan', '=', 'pending')
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function countTheses(db: Db): Promise<number> {
  return (await db.selectFrom('thesis').select('id').execute()).length;
}
