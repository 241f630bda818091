import { type Insertable, sql, type Updateable } from 'kysely';
import { Fault } from '../../shared/support/fault.ts';
import { givenRows } from './given-rows.ts';
import type { Db, Row, Tables } from './tables.ts';

/** Throws `not_found` when there is no such attempt. */
export function findAttempt(db: Db, id: string): Promise<Row<'attempt'>> {
  return db
    .selectFrom('attempt')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new Fault('not_found'));
}

/** Those of them that there are, in any order. */
export async function listAttempts(db: Db, ids: readonly string[]): Promise<Row<'attempt'>[]> {
  const wanted = givenRows(
    db,
    { id: 'text' },
    ids.map((id) => ({ id })),
  );
  const found = await sql<Row<'attempt'>>`
    select attempt.* from (${wanted}) as wanted join attempt on attempt.id = wanted.id`.execute(db);
  return found.rows;
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

/** Whether each one's exam window is connected, over which line and to which process, and since when it is not. */
export async function setPresence(
  db: Db,
  presences: readonly Pick<Row<'attempt'>, 'id' | 'online' | 'offline_since' | 'line' | 'process'>[],
): Promise<void> {
  const columns = {
    id: 'text',
    online: 'integer',
    offline_since: 'integer',
    line: 'integer',
    process: 'text',
  } as const;
  await sql`
    update attempt set online = given.online, offline_since = given.offline_since, line = given.line,
      process = given.process
    from (${givenRows(db, columns, presences)}) as given where attempt.id = given.id`.execute(db);
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

/** Verified candidates of the examination who sit before their window, waiting for this session to start. */
export function attemptsWaiting(db: Db, examinationId: string, sessionId: string) {
  return db
    .selectFrom('attempt')
    .innerJoin('candidate', 'candidate.id', 'attempt.candidate_id')
    .leftJoin('receipt', (join) =>
      join.onRef('receipt.attempt_id', '=', 'attempt.id').on('receipt.session_id', '=', sessionId),
    )
    .select(['attempt.id', 'candidate.sessions_json'])
    .where('attempt.examination_id', '=', examinationId)
    .where('attempt.online', '=', 1)
    .where('attempt.stage', '=', 'waiting')
    .where('attempt.identity', '=', 'verified')
    .where('attempt.consent_at', 'is not', null)
    .where('receipt.receipt_no', 'is', null)
    .execute();
}

export function findOpening(db: Db, attemptId: string, sessionId: string) {
  return db
    .selectFrom('opening')
    .selectAll()
    .where('attempt_id', '=', attemptId)
    .where('session_id', '=', sessionId)
    .executeTakeFirst();
}

/** Every paper the attempt has opened, and when. */
export function openingsOf(db: Db, attemptId: string) {
  return db.selectFrom('opening').selectAll().where('attempt_id', '=', attemptId).execute();
}

/** Sessions whose paper the attempt has opened. */
export async function listOpenings(db: Db, attemptId: string): Promise<string[]> {
  const rows = await db.selectFrom('opening').select('session_id').where('attempt_id', '=', attemptId).execute();
  return rows.map((row) => row.session_id);
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

/** The only server there is has just started: nobody is connected, whatever the last run wrote before it ended. */
export async function disconnectAll(db: Db, at: number): Promise<void> {
  await db
    .updateTable('attempt')
    .set({ online: 0, offline_since: at, process: null })
    .where('online', '=', 1)
    .execute();
  await db
    .updateTable('attempt')
    .set({ phone: 'lost', phone_lost_since: at, phone_cause: 'disconnected' })
    .where('phone', '=', 'live')
    .execute();
  await db.updateTable('attempt').set({ rear_process: null }).where('rear_process', 'is not', null).execute();
}

/** Processes at which lines of exam windows or phones end, as they wrote; a process that died wrote nothing more. */
export async function processesWithLines(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('attempt')
    .select('process')
    .where('process', 'is not', null)
    .union(db.selectFrom('attempt').select('rear_process as process').where('rear_process', 'is not', null))
    .execute();
  return rows.flatMap(({ process }) => process ?? []);
}

/** Attempts whose exam window or phone was connected to that process. */
export function linesAt(db: Db, process: string) {
  return db
    .selectFrom('attempt')
    .select(['id', 'epoch', 'line', 'process', 'rear_line', 'rear_process'])
    .where((where) => where.or([where('process', '=', process), where('rear_process', '=', process)]))
    .execute();
}

/** This line of the phone's is over; one that came after it stays. */
export async function releaseRearLine(db: Db, id: string, line: number): Promise<void> {
  await db
    .updateTable('attempt')
    .set({ rear_process: null })
    .where('id', '=', id)
    .where('rear_line', '=', line)
    .execute();
}
