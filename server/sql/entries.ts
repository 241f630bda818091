import { sql } from 'kysely';
import type { Entry, EntryOrigin } from '../../shared/domain/entry.ts';
import { inParts } from './in-parts.ts';
import type { Db, StoredVerdict } from './tables.ts';

/** A stretch of one epoch's journal, both ends included. */
export interface JournalStretch {
  attemptId: string;
  epoch: number;
  first: number;
  last: number;
}

export interface JudgedEntry {
  entry: Entry;
  verdict: StoredVerdict;
}

/** Every epoch of these attempts with its cursor, and what the attempt says about it. */
export function listEpochs(db: Db, attemptIds: readonly string[]) {
  return db
    .selectFrom('epoch')
    .innerJoin('attempt', 'attempt.id', 'epoch.attempt_id')
    .select(['epoch.attempt_id', 'epoch.epoch', 'epoch.cursor'])
    .select(['attempt.epoch as current_epoch', 'attempt.examination_id'])
    .where('epoch.attempt_id', 'in', attemptIds)
    .execute();
}

interface StoredLink {
  attempt_id: string;
  epoch: number;
  seq: number;
  hash: string;
  prev: string;
}

/** The links of the stored entries within these stretches. The casts tell PostgreSQL what the first row holds. */
export async function linksWithin(db: Db, stretches: readonly JournalStretch[]): Promise<StoredLink[]> {
  const rows = stretches.map(({ attemptId, epoch, first, last }, index) =>
    index === 0
      ? sql`(cast(${attemptId} as text), cast(${epoch} as integer), cast(${first} as integer), cast(${last} as integer))`
      : sql`(${attemptId}, ${epoch}, ${first}, ${last})`,
  );
  const found = await sql<StoredLink>`
    with wanted (attempt_id, epoch, first, last) as (values ${sql.join(rows)})
    select entry.attempt_id, entry.epoch, entry.seq, entry.hash, entry.prev from wanted
    join entry on entry.attempt_id = wanted.attempt_id and entry.epoch = wanted.epoch
      and entry.seq between wanted.first and wanted.last`.execute(db);
  return found.rows;
}

export async function insertEntries(db: Db, judged: readonly JudgedEntry[], receivedAt: number): Promise<void> {
  const rows = judged.map(({ entry, verdict }) => ({
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
  }));
  for (const part of inParts(rows)) await db.insertInto('entry').values(part).execute();
}

/** The seqs of an epoch that are stored above this one, ascending. */
export async function seqsAbove(db: Db, attemptId: string, epoch: number, seq: number): Promise<number[]> {
  const rows = await db
    .selectFrom('entry')
    .select('seq')
    .where('attempt_id', '=', attemptId)
    .where('epoch', '=', epoch)
    .where('seq', '>', seq)
    .orderBy('seq')
    .execute();
  return rows.map((row) => row.seq);
}

export async function moveCursors(
  db: Db,
  cursors: readonly { attemptId: string; epoch: number; cursor: number }[],
): Promise<void> {
  if (cursors.length === 0) return;
  const rows = cursors.map(({ attemptId, epoch, cursor }, index) =>
    index === 0
      ? sql`(cast(${attemptId} as text), cast(${epoch} as integer), cast(${cursor} as integer))`
      : sql`(${attemptId}, ${epoch}, ${cursor})`,
  );
  await sql`
    with moved (attempt_id, epoch, cursor) as (values ${sql.join(rows)})
    update epoch set cursor = moved.cursor from moved
    where epoch.attempt_id = moved.attempt_id and epoch.epoch = moved.epoch`.execute(db);
}

export function listCursors(db: Db, attemptId: string) {
  return db
    .selectFrom('epoch')
    .select(['epoch', 'cursor'])
    .where('attempt_id', '=', attemptId)
    .orderBy('epoch')
    .execute();
}

/** Entries that are at the server because a later one carries them. One that came too late itself carries nothing. */
export async function listCarried(db: Db, attemptId: string): Promise<EntryOrigin[]> {
  const rows = await db
    .selectFrom('entry')
    .select('origin_json')
    .where('attempt_id', '=', attemptId)
    .where('origin_json', 'is not', null)
    .where('verdict', '!=', 'fenced')
    .execute();
  return rows.map(({ origin_json }) => JSON.parse(origin_json ?? ''));
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

/**
 * How many answers and flags have arrived from anybody: a timetable with answers in it is not moved. Nothing that a
 * candidate writes can look like the type of its entry: a quote within a text is escaped in JSON.
 */
export async function countAnswerEntries(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('entry')
    .select(sql<number>`count(*)`.as('count'))
    .where((to) => to.or([to('body_json', 'like', '%"type":"response"%'), to('body_json', 'like', '%"type":"flag"%')]))
    .executeTakeFirstOrThrow();
  return count;
}
