import { sql } from 'kysely';
import { isPostgres } from './postgres-engine.ts';
import type { Db } from './tables.ts';

/** Whom a transaction decides about. Of a candidate who has no attempt yet only the candidate is known. */
export type Subject = { attemptId: string } | { attemptIds: readonly string[] } | { candidateId: string };

/**
 * The first thing in every transaction. SQLite runs one at a time anyway. On PostgreSQL the rows of the attempts are locked,
 * so that what is read about them holds until the commit; without a subject the table is, for which every other waits.
 * Locks are taken in this order alone, table, candidate, attempts by id, so that no two transactions wait for each other,
 * and each statement after them sees what the one before committed (READ COMMITTED).
 */
export async function takeTurn(all: Db, subject: Subject | null): Promise<void> {
  if (!isPostgres(all)) return;
  if (!subject) {
    await sql`lock table attempt in exclusive mode`.execute(all);
  } else if ('candidateId' in subject) {
    await sql`lock table attempt in row share mode`.execute(all);
    const { candidateId } = subject;
    await all.selectFrom('candidate').select('id').where('id', '=', candidateId).forNoKeyUpdate().execute();
    await all.selectFrom('attempt').select('id').where('candidate_id', '=', candidateId).forNoKeyUpdate().execute();
  } else {
    const ids = 'attemptId' in subject ? [subject.attemptId] : subject.attemptIds;
    await all.selectFrom('attempt').select('id').where('id', 'in', ids).orderBy('id').forNoKeyUpdate().execute();
  }
}
