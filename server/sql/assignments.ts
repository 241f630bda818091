import type { Insertable } from 'kysely';
import type { Db, Tables } from './tables.ts';

/** Six values a row, and a statement has room for 32,766 (SQLite). */
const ROWS_AT_ONCE = 1_000;

export async function insertAssignments(db: Db, rows: readonly Insertable<Tables['assignment']>[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await db
      .insertInto('assignment')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute();
  }
}

/** Who watches whom now: the latest assignment of every candidate that has one. */
export function standingAssignments(db: Db) {
  return db
    .selectFrom('assignment')
    .select(['candidate_id', 'examination_id', 'staff_id'])
    .where('position', 'in', (latest) =>
      latest
        .selectFrom('assignment')
        .select(({ fn }) => fn.max('position').as('position'))
        .groupBy('candidate_id'),
    )
    .execute();
}

/** The latest changes of an examination, newest first: what was done at once is one. */
export function assignmentChanges(db: Db, examinationId: string, limit: number) {
  return db
    .selectFrom('assignment')
    .leftJoin('staff', 'staff.id', 'assignment.staff_id')
    .select(['assignment.at', 'assignment.by_name', 'staff.name as proctor'])
    .select(({ fn }) => [fn.count<number>('assignment.position').as('candidates')])
    .where('assignment.examination_id', '=', examinationId)
    .groupBy(['assignment.at', 'assignment.by_name', 'staff.name'])
    .orderBy('assignment.at', 'desc')
    .limit(limit)
    .execute();
}

/** Everybody of the staff who watches as a proctor, by login. */
export function listProctors(db: Db) {
  return db.selectFrom('staff').select(['id', 'name']).where('role', '=', 'proctor').orderBy('login').execute();
}

/** Whose picture it is: of an attempt, or the registered photo of a candidate; undefined for any other. */
export async function candidateOfPicture(db: Db, pictureId: string) {
  const picture = await db.selectFrom('picture').select('attempt_id').where('id', '=', pictureId).executeTakeFirst();
  if (!picture) return undefined;
  const { attempt_id: attemptId } = picture;
  const candidates = db.selectFrom('candidate').select(['candidate.id', 'candidate.examination_id']);
  if (attemptId === null) return candidates.where('registered_picture_id', '=', pictureId).executeTakeFirst();
  return candidates
    .innerJoin('attempt', 'attempt.candidate_id', 'candidate.id')
    .where('attempt.id', '=', attemptId)
    .executeTakeFirst();
}
