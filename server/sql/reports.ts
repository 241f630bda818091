import type { Insertable } from 'kysely';
import type { Message } from '../../shared/contract/views.ts';
import type { Db, Tables } from './tables.ts';

export async function insertDeviceCheck(db: Db, check: Insertable<Tables['device_check']>): Promise<void> {
  await db.insertInto('device_check').values(check).execute();
}

export async function insertMessage(db: Db, message: Insertable<Tables['message']>): Promise<void> {
  await db.insertInto('message').values(message).execute();
}

/** Messages for this attempt, its own and those to all, from `since` on, oldest first. */
export async function messagesSince(db: Db, attemptId: string, since: number): Promise<Message[]> {
  const rows = await db
    .selectFrom('message')
    .selectAll()
    .where((to) => to.or([to('attempt_id', '=', attemptId), to('attempt_id', 'is', null)]))
    .where('at', '>=', since)
    .orderBy('at')
    .execute();
  return rows.map(({ id, at, from_name: from, text, attempt_id }) => ({
    id,
    at,
    from,
    text,
    toAll: attempt_id === null,
  }));
}

/** Attempts whose exam window has ever been connected: those a message to all is for. */
export async function listAttemptIds(db: Db): Promise<string[]> {
  return (await db.selectFrom('attempt').select('id').execute()).map((row) => row.id);
}
