import type { Insertable, Updateable } from 'kysely';
import { Fault } from '../../shared/support/fault.ts';
import type { Db, Row, Tables } from './tables.ts';

/** Throws `not_found` when there is no such attempt. */
export function findAttempt(db: Db, id: string): Promise<Row<'attempt'>> {
  return db
    .selectFrom('attempt')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new Fault('not_found'));
}

export function findAttemptOfCandidate(db: Db, candidateId: string) {
  return db.selectFrom('attempt').selectAll().where('candidate_id', '=', candidateId).executeTakeFirst();
}

export async function insertAttempt(db: Db, attempt: Insertable<Tables['attempt']>): Promise<void> {
  await db.insertInto('attempt').values(attempt).execute();
}

export async function updateAttempt(db: Db, id: string, changes: Updateable<Tables['attempt']>): Promise<void> {
  await db.updateTable('attempt').set(changes).where('id', '=', id).execute();
}

export function findEpoch(db: Db, attemptId: string, epoch: number): Promise<Row<'epoch'>> {
  return db
    .selectFrom('epoch')
    .selectAll()
    .where('attempt_id', '=', attemptId)
    .where('epoch', '=', epoch)
    .executeTakeFirstOrThrow(() => new Fault('not_found'));
}

export async function insertEpoch(db: Db, epoch: Insertable<Tables['epoch']>): Promise<void> {
  await db.insertInto('epoch').values(epoch).execute();
}

export async function fenceEpochs(db: Db, attemptId: string, at: number): Promise<void> {
  await db
    .updateTable('epoch')
    .set({ fenced_at: at })
    .where('attempt_id', '=', attemptId)
    .where('fenced_at', 'is', null)
    .execute();
}

export async function countViolations(db: Db, attemptId: string, more: number): Promise<void> {
  await db
    .updateTable('attempt')
    .set((to) => ({ violations: to('violations', '+', more) }))
    .where('id', '=', attemptId)
    .execute();
}

export async function insertOpening(db: Db, attemptId: string, sessionId: string, at: number): Promise<boolean> {
  const result = await db
    .insertInto('opening')
    .values({ attempt_id: attemptId, session_id: sessionId, at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Attempts that opened the session's paper and have no receipt for it. */
export async function attemptsNotHandedIn(db: Db, sessionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('opening')
    .leftJoin('receipt', (join) =>
      join
        .onRef('receipt.attempt_id', '=', 'opening.attempt_id')
        .onRef('receipt.session_id', '=', 'opening.session_id'),
    )
    .select('opening.attempt_id')
    .where('opening.session_id', '=', sessionId)
    .where('receipt.receipt_no', 'is', null)
    .execute();
  return rows.map((row) => row.attempt_id);
}

/** The server has just started: nobody is connected, whatever the last run wrote before it ended. */
export async function disconnectAll(db: Db, at: number): Promise<void> {
  await db.updateTable('attempt').set({ online: 0, offline_since: at }).where('online', '=', 1).execute();
  await db.updateTable('attempt').set({ phone: 'lost', phone_lost_since: at }).where('phone', '=', 'live').execute();
}
