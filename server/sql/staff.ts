import type { Insertable } from 'kysely';
import type { Db, Tables } from './tables.ts';

/** Whether the staff of this exam centre need a second factor. */
export async function demandsSecondFactor(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('examination')
    .select('id')
    .where('second_factor', '=', 1)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export function findSecondFactor(db: Db, staffId: string) {
  return db.selectFrom('second_factor').selectAll().where('staff_id', '=', staffId).executeTakeFirst();
}

/** In the place of one that was not confirmed. */
export async function putSecondFactor(db: Db, factor: Tables['second_factor']): Promise<void> {
  await db
    .deleteFrom('second_factor')
    .where('staff_id', '=', factor.staff_id)
    .where('confirmed_at', 'is', null)
    .execute();
  await db.insertInto('second_factor').values(factor).execute();
}

/** Takes the step of a code that served; false when a code of it, or of a later one, has served before. */
export async function takeStep(db: Db, staffId: string, step: number, confirmedAt: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('second_factor')
    .set(({ fn, val }) => ({ last_step: step, confirmed_at: fn.coalesce('confirmed_at', val(confirmedAt)) }))
    .where('staff_id', '=', staffId)
    .where('last_step', '<', step)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function putRecoveryCodes(db: Db, staffId: string, hashes: readonly string[]): Promise<void> {
  await db.deleteFrom('recovery_code').where('staff_id', '=', staffId).execute();
  await db
    .insertInto('recovery_code')
    .values(hashes.map((hash) => ({ staff_id: staffId, hash, used_at: null })))
    .execute();
}

/** Uses it up; false when there is no such code, or it was used before. */
export async function spendRecoveryCode(db: Db, staffId: string, hash: string, at: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('recovery_code')
    .set({ used_at: at })
    .where('staff_id', '=', staffId)
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function removeSecondFactor(db: Db, staffId: string): Promise<void> {
  await db.deleteFrom('recovery_code').where('staff_id', '=', staffId).execute();
  await db.deleteFrom('second_factor').where('staff_id', '=', staffId).execute();
}

export async function insertStaffEvent(db: Db, event: Insertable<Tables['staff_event']>): Promise<void> {
  await db.insertInto('staff_event').values(event).execute();
}

/** The latest first. */
export function latestStaffEvents(db: Db, limit: number) {
  return db
    .selectFrom('staff_event')
    .innerJoin('staff', 'staff.id', 'staff_event.staff_id')
    .select(['staff_event.at', 'staff_event.kind', 'staff_event.by_name as by', 'staff.name'])
    .orderBy('staff_event.position', 'desc')
    .limit(limit)
    .execute();
}

/** Everybody of the staff by login, with their second factor once it is confirmed. */
export function listStaff(db: Db) {
  return db
    .selectFrom('staff')
    .leftJoin('second_factor', 'second_factor.staff_id', 'staff.id')
    .select(['staff.id', 'staff.login', 'staff.name', 'staff.role', 'second_factor.confirmed_at'])
    .orderBy('staff.login')
    .execute();
}

/** Recovery codes that were not used, by staff id, one row each. */
export function unusedRecoveryCodes(db: Db) {
  return db.selectFrom('recovery_code').select('staff_id').where('used_at', 'is', null).execute();
}

/** Sign-ins of the staff that were made after `since` and not ended. */
export async function standingSignIns(db: Db, since: number): Promise<{ hash: string; staffId: string }[]> {
  const rows = await db
    .selectFrom('token')
    .select(['hash', 'staff_id'])
    .where('kind', '=', 'staff')
    .where('ended_at', 'is', null)
    .where('made_at', '>', since)
    .execute();
  return rows.flatMap(({ hash, staff_id: staffId }) => (staffId === null ? [] : [{ hash, staffId }]));
}
