import { sql } from 'kysely';
import type { Db } from './tables.ts';

/** Candidates in admission order, each with its attempt where there is one. `attemptIds` narrows to those. */
export function listPlaces(db: Db, attemptIds?: readonly string[]) {
  return db
    .selectFrom('candidate')
    .leftJoin('attempt', 'attempt.candidate_id', 'candidate.id')
    .select([
      'candidate.id as candidate_id',
      'candidate.examination_id',
      'candidate.name',
      'candidate.admission_no',
      'candidate.sessions_json',
      'attempt.id as attempt_id',
    ])
    .select(['attempt.stage', 'attempt.identity', 'attempt.online', 'attempt.offline_since', 'attempt.phone'])
    .select(['attempt.phone_lost_since', 'attempt.phone_cause', 'attempt.hand_raised_at', 'attempt.violations'])
    .$if(attemptIds !== undefined, (query) => query.where('attempt.id', 'in', attemptIds ?? []))
    .orderBy('candidate.admission_no')
    .execute();
}

/**
 * Attempt id -> how many items of these sessions have an answer. No attempt sits two of them at once. `attemptIds` narrows
 * to those.
 */
export async function countAnswered(
  db: Db,
  sessionIds: readonly string[],
  attemptIds?: readonly string[],
): Promise<Map<string, number>> {
  if (sessionIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('answer')
    .select(['attempt_id', sql<number>`count(*)`.as('answered')])
    .where('session_id', 'in', sessionIds)
    .$if(attemptIds !== undefined, (query) => query.where('attempt_id', 'in', attemptIds ?? []))
    .where('value_json', 'is not', null)
    .groupBy('attempt_id')
    .execute();
  return new Map(rows.map((row) => [row.attempt_id, row.answered]));
}

/** Attempt id -> sessions handed in, in the order they were. `attemptIds` narrows to those. */
export async function listHandedIn(db: Db, attemptIds?: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('receipt')
    .select(['attempt_id', 'session_id'])
    .$if(attemptIds !== undefined, (query) => query.where('attempt_id', 'in', attemptIds ?? []))
    .orderBy('handed_in_at')
    .execute();
  const handedIn = new Map<string, string[]>();
  for (const row of rows) handedIn.set(row.attempt_id, [...(handedIn.get(row.attempt_id) ?? []), row.session_id]);
  return handedIn;
}

/** Attempt id -> when a proctor last looked closely, ms. `attemptIds` narrows to those. */
export async function latestLooks(db: Db, attemptIds?: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('event')
    .select(({ fn }) => ['attempt_id', fn.max<number>('at').as('looked_at')])
    .where('kind', '=', 'looked_at')
    .$if(attemptIds !== undefined, (query) => query.where('attempt_id', 'in', attemptIds ?? []))
    .groupBy('attempt_id')
    .execute();
  return new Map(rows.map((row) => [row.attempt_id, row.looked_at]));
}
