import type { Insertable } from 'kysely';
import type { Round } from '../../shared/domain/marking.ts';
import type { Db, Row, Tables } from './tables.ts';

/** Narrows a reading of one session. */
export interface Narrowed {
  attemptId?: string;
  itemId?: string;
}

/** Current answers of the session from attempts that have handed it in. */
export function answersHandedIn(db: Db, sessionId: string, { attemptId, itemId }: Narrowed) {
  return db
    .selectFrom('answer')
    .innerJoin('receipt', (join) =>
      join.onRef('receipt.attempt_id', '=', 'answer.attempt_id').onRef('receipt.session_id', '=', 'answer.session_id'),
    )
    .select(['answer.attempt_id', 'answer.item_id', 'answer.value_json'])
    .where('answer.session_id', '=', sessionId)
    .$if(attemptId !== undefined, (query) => query.where('answer.attempt_id', '=', attemptId ?? ''))
    .$if(itemId !== undefined, (query) => query.where('answer.item_id', '=', itemId ?? ''))
    .execute();
}

/** In the order they were given, with who gave them. */
export function marksOfSession(db: Db, sessionId: string, { attemptId, itemId }: Narrowed) {
  return db
    .selectFrom('mark')
    .innerJoin('staff', 'staff.id', 'mark.marker_id')
    .selectAll('mark')
    .select('staff.name as marker_name')
    .where('mark.session_id', '=', sessionId)
    .$if(attemptId !== undefined, (query) => query.where('mark.attempt_id', '=', attemptId ?? ''))
    .$if(itemId !== undefined, (query) => query.where('mark.item_id', '=', itemId ?? ''))
    .orderBy('mark.position')
    .execute();
}

export async function insertMark(db: Db, mark: Insertable<Tables['mark']>): Promise<void> {
  await db.insertInto('mark').values(mark).execute();
}

export function claimsOfSession(db: Db, sessionId: string, { attemptId, itemId }: Narrowed) {
  return db
    .selectFrom('marking_claim')
    .selectAll()
    .where('session_id', '=', sessionId)
    .$if(attemptId !== undefined, (query) => query.where('attempt_id', '=', attemptId ?? ''))
    .$if(itemId !== undefined, (query) => query.where('item_id', '=', itemId ?? ''))
    .execute();
}

/** Puts this claim in the place of whatever claimed the round before. */
export async function replaceClaim(db: Db, claim: Insertable<Tables['marking_claim']>): Promise<void> {
  await db
    .insertInto('marking_claim')
    .values(claim)
    .onConflict((conflict) =>
      conflict
        .columns(['session_id', 'item_id', 'attempt_id', 'round'])
        .doUpdateSet({ marker_id: claim.marker_id, response_hash: claim.response_hash, until: claim.until }),
    )
    .execute();
}

/** Who marks which session now. */
export function markingAssignmentsNow(db: Db, { sessionId, markerId }: { sessionId?: string; markerId?: string }) {
  const last = db
    .selectFrom('marking_assignment')
    .select(({ fn }) => fn.max<number>('position').as('position'))
    .$if(sessionId !== undefined, (query) => query.where('session_id', '=', sessionId ?? ''))
    .$if(markerId !== undefined, (query) => query.where('marker_id', '=', markerId ?? ''))
    .groupBy(['session_id', 'marker_id']);
  return db
    .selectFrom('marking_assignment')
    .select(['session_id', 'marker_id'])
    .where('assigned', '=', 1)
    .where('position', 'in', last)
    .execute();
}

export async function insertMarkingAssignment(
  db: Db,
  assignment: Insertable<Tables['marking_assignment']>,
): Promise<void> {
  await db.insertInto('marking_assignment').values(assignment).execute();
}

export const listMarkers = (db: Db) =>
  db.selectFrom('staff').select(['id', 'login', 'name']).where('role', '=', 'marker').orderBy('login').execute();

/** Gives back what the marker was reading of a session. */
export async function deleteClaimsOf(db: Db, markerId: string, sessionId: string): Promise<void> {
  await db.deleteFrom('marking_claim').where('marker_id', '=', markerId).where('session_id', '=', sessionId).execute();
}

type ResponsePlace = Pick<Row<'marking_code'>, 'attempt_id' | 'session_id' | 'item_id'>;

export async function deleteClaim(
  db: Db,
  { attempt_id, session_id, item_id }: ResponsePlace,
  round: Round,
): Promise<void> {
  await db
    .deleteFrom('marking_claim')
    .where('attempt_id', '=', attempt_id)
    .where('session_id', '=', session_id)
    .where('item_id', '=', item_id)
    .where('round', '=', round)
    .execute();
}

export function findMarkingCode(db: Db, code: string) {
  return db.selectFrom('marking_code').selectAll().where('code', '=', code).executeTakeFirst();
}

export async function insertMarkingCode(db: Db, code: Row<'marking_code'>): Promise<void> {
  await db.insertInto('marking_code').values(code).execute();
}

export function markingCodesOf(db: Db, attemptId: string, sessionId: string) {
  return db
    .selectFrom('marking_code')
    .selectAll()
    .where('attempt_id', '=', attemptId)
    .where('session_id', '=', sessionId)
    .execute();
}
