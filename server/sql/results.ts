import type { Insertable } from 'kysely';
import type { Db, Tables } from './tables.ts';

/** An examination's candidates in admission order, each with its attempt where there is one. */
export function listCandidates(db: Db, examinationId: string) {
  return db
    .selectFrom('candidate')
    .leftJoin('attempt', 'attempt.candidate_id', 'candidate.id')
    .select([
      'candidate.id',
      'candidate.name',
      'candidate.admission_no',
      'candidate.sessions_json',
      'attempt.id as attempt_id',
    ])
    .where('candidate.examination_id', '=', examinationId)
    .orderBy('candidate.admission_no')
    .execute();
}

export function receiptsOfSession(db: Db, sessionId: string) {
  return db.selectFrom('receipt').selectAll().where('session_id', '=', sessionId).execute();
}

/** Never edited: what no longer holds is followed by another. */
export async function insertAnnotation(db: Db, annotation: Insertable<Tables['result_annotation']>): Promise<void> {
  await db.insertInto('result_annotation').values(annotation).execute();
}

/** What adjudication wrote beside the scores of a session, oldest first. */
export function annotationsOfSession(db: Db, sessionId: string) {
  return db
    .selectFrom('result_annotation')
    .selectAll()
    .where('session_id', '=', sessionId)
    .orderBy('position')
    .execute();
}
