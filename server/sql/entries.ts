import { sql } from 'kysely';
import type { Entry } from '../../shared/domain/entry.ts';
import type { Db, StoredVerdict } from './tables.ts';

/** The links of the stored entries from one before `first` to one after `last`. */
export async function linksAround(db: Db, attemptId: string, epoch: number, first: number, last: number) {
  const rows = await db
    .selectFrom('entry')
    .select(['seq', 'hash', 'prev'])
    .where('attempt_id', '=', attemptId)
    .where('epoch', '=', epoch)
    .where('seq', '>=', first - 1)
    .where('seq', '<=', last + 1)
    .execute();
  return new Map(rows.map(({ seq, hash, prev }) => [seq, { hash, prev }]));
}

export async function insertEntry(db: Db, entry: Entry, receivedAt: number, verdict: StoredVerdict): Promise<void> {
  await db
    .insertInto('entry')
    .values({
      attempt_id: entry.attemptId,
      epoch: entry.epoch,
      seq: entry.seq,
      at: entry.at,
      received_at: receivedAt,
      body_json: JSON.stringify(entry.body),
      origin_json: entry.origin ? JSON.stringify(entry.origin) : null,
      prev: entry.prev,
      hash: entry.hash,
      verdict,
    })
    .execute();
}

/** Moves the epoch's cursor over every entry that now follows it without a gap, and returns it. */
export async function advanceCursor(db: Db, attemptId: string, epoch: number, from: number): Promise<number> {
  const rows = await db
    .selectFrom('entry')
    .select('seq')
    .where('attempt_id', '=', attemptId)
    .where('epoch', '=', epoch)
    .where('seq', '>', from)
    .orderBy('seq')
    .execute();
  let cursor = from;
  for (const { seq } of rows) {
    if (seq !== cursor + 1) break;
    cursor = seq;
  }
  await db
    .updateTable('epoch')
    .set({ cursor })
    .where('attempt_id', '=', attemptId)
    .where('epoch', '=', epoch)
    .execute();
  return cursor;
}

export function listCursors(db: Db, attemptId: string) {
  return db
    .selectFrom('epoch')
    .select(['epoch', 'cursor'])
    .where('attempt_id', '=', attemptId)
    .orderBy('epoch')
    .execute();
}

/** What came late or counts for nothing, the latest arrival first. */
export function lateEntriesOf(db: Db, attemptId: string, atMost: number) {
  return db
    .selectFrom('entry')
    .select(['epoch', 'seq', 'at', 'received_at', 'verdict', 'body_json'])
    .where('attempt_id', '=', attemptId)
    .where('verdict', '!=', 'accepted')
    .orderBy('received_at', 'desc')
    .orderBy('epoch', 'desc')
    .orderBy('seq', 'desc')
    .limit(atMost)
    .execute();
}

export async function countLateEntries(db: Db, attemptId: string): Promise<number> {
  const { count } = await db
    .selectFrom('entry')
    .select(sql<number>`count(*)`.as('count'))
    .where('attempt_id', '=', attemptId)
    .where('verdict', '!=', 'accepted')
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** How many answers and flags have arrived from anybody: a timetable with answers in it is not moved. */
export async function countAnswerEntries(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('entry')
    .select(sql<number>`count(*)`.as('count'))
    .where(sql<string>`json_extract(body_json, '$.type')`, 'in', ['response', 'flag'])
    .executeTakeFirstOrThrow();
  return count;
}
