import type { Insertable } from 'kysely';
import type { PhoneEnd } from '../../shared/domain/pairing.ts';
import type { Db, Tables } from './tables.ts';

type NewToken = Pick<Insertable<Tables['token']>, 'hash' | 'kind' | 'made_at'> &
  Partial<Pick<Insertable<Tables['token']>, 'attempt_id' | 'epoch' | 'staff_id'>>;

export async function insertToken(db: Db, token: NewToken): Promise<void> {
  const unbound = { attempt_id: null, epoch: null, staff_id: null, ended_at: null, ended_why: null };
  await db
    .insertInto('token')
    .values({ ...unbound, ...token })
    .execute();
}

/** With what its holder is now: every request and every connection begins here. */
export function findToken(db: Db, hash: string) {
  return db
    .selectFrom('token')
    .leftJoin('staff', 'staff.id', 'token.staff_id')
    .leftJoin('attempt', 'attempt.id', 'token.attempt_id')
    .leftJoin('epoch', (join) =>
      join.onRef('epoch.attempt_id', '=', 'token.attempt_id').onRef('epoch.epoch', '=', 'token.epoch'),
    )
    .selectAll('token')
    .select(['staff.name as staff_name', 'staff.role as staff_role'])
    .select(['attempt.candidate_id', 'attempt.epoch as current_epoch', 'epoch.fenced_at'])
    .where('token.hash', '=', hash)
    .executeTakeFirst();
}

/** Ends every living phone token of the attempt. Returns how many there were. */
export async function endPhoneTokens(db: Db, attemptId: string, at: number, why: PhoneEnd): Promise<number> {
  const result = await db
    .updateTable('token')
    .set({ ended_at: at, ended_why: why })
    .where('attempt_id', '=', attemptId)
    .where('kind', '=', 'phone')
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** Opens nothing from now on. */
export async function endToken(db: Db, hash: string, at: number): Promise<void> {
  await db.updateTable('token').set({ ended_at: at }).where('hash', '=', hash).execute();
}

/** The attempt's living phone goes on in another epoch. */
export async function carryPhoneTokens(db: Db, attemptId: string, epoch: number): Promise<void> {
  await db
    .updateTable('token')
    .set({ epoch })
    .where('attempt_id', '=', attemptId)
    .where('kind', '=', 'phone')
    .where('ended_at', 'is', null)
    .execute();
}

/** Codes of the attempt that nobody has used open nothing from now on. */
export async function voidPairings(db: Db, attemptId: string, at: number): Promise<void> {
  await db
    .updateTable('pairing')
    .set({ voided_at: at })
    .where('attempt_id', '=', attemptId)
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .execute();
}

export async function insertPairing(db: Db, pairing: Insertable<Tables['pairing']>): Promise<void> {
  await db.insertInto('pairing').values(pairing).execute();
}

export function findPairing(db: Db, tokenHash: string) {
  return db.selectFrom('pairing').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
}

export async function usePairing(db: Db, tokenHash: string, at: number): Promise<void> {
  await db.updateTable('pairing').set({ used_at: at }).where('token_hash', '=', tokenHash).execute();
}

/** Attempts that have a phone now. */
export async function phoneAttempts(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('token')
    .select('attempt_id')
    .distinct()
    .where('kind', '=', 'phone')
    .where('ended_at', 'is', null)
    .execute();
  return rows.flatMap((row) => row.attempt_id ?? []);
}
