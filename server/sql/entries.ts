import { sql } from 'kysely';
import type { Entry, EntryOrigin } from '../../shared/domain/entry.ts';
import { givenRows } from './given-rows.ts';
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

interface EpochRow {
  attempt_id: string;
  epoch: number;
  cursor: number;
  current_epoch: number;
  examination_id: string;
  /** Of its candidate. */
  sessions_json: string | null;
}

/** Every epoch of these attempts with its cursor, and what the attempt says about it. */
export async function listEpochs(db: Db, attemptIds: readonly string[]): Promise<EpochRow[]> {
  const wanted = givenRows(
    db,
    { attempt_id: 'text' },
    attemptIds.map((attempt_id) => ({ attempt_id })),
  );
  const found = await sql<EpochRow>`
    select epoch.attempt_id, epoch.epoch, epoch.cursor, attempt.epoch as current_epoch, attempt.examination_id,
      candidate.sessions_json
    from (${wanted}) as wanted
    join attempt on attempt.id = wanted.attempt_id
    join candidate on candidate.id = attempt.candidate_id
    join epoch on epoch.attempt_id = wanted.attempt_id`.execute(db);
  return found.rows;
}

interface StoredLink {
  attempt_id: string;
  epoch: number;
  seq: number;
  hash: string;
  prev: string;
  verdict: StoredVerdict;
}

/** The links of the stored entries within these stretches. */
export async function linksWithin(db: Db, stretches: readonly JournalStretch[]): Promise<StoredLink[]> {
  const wanted = givenRows(
    db,
    { attempt_id: 'text', epoch: 'integer', first: 'integer', last: 'integer' },
    stretches.map(({ attemptId, epoch, first, last }) => ({ attempt_id: attemptId, epoch, first, last })),
  );
  const found = await sql<StoredLink>`
    select entry.attempt_id, entry.epoch, entry.seq, entry.hash, entry.prev, entry.verdict from (${wanted}) as wanted
    join entry on entry.attempt_id = wanted.attempt_id and entry.epoch = wanted.epoch
      and entry.seq between wanted.first and wanted.last`.execute(db);
  return found.rows;
}

const ENTRY_COLUMNS = {
  attempt_id: 'text',
  epoch: 'integer',
  seq: 'integer',
  at: 'real',
  received_at: 'integer',
  body_json: 'text',
  origin_json: 'text',
  prev: 'text',
  hash: 'text',
  verdict: 'text',
} as const;

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
  const columns = sql.join(Object.keys(ENTRY_COLUMNS).map((name) => sql.ref(name)));
  await sql`insert into entry (${columns}) ${givenRows(db, ENTRY_COLUMNS, rows)}`.execute(db);
}

/** Entries that were set aside, and have come by a way on which they count, or were decided upon. When they came first stays. */
export async function judgeAgain(db: Db, judged: readonly JudgedEntry[]): Promise<void> {
  for (const { entry, verdict } of judged) {
    await db
      .updateTable('entry')
      .set({ verdict })
      .where('attempt_id', '=', entry.attemptId)
      .where('epoch', '=', entry.epoch)
      .where('seq', '=', entry.seq)
      .execute();
  }
}

const setAside = (db: Db, attemptId: string, epoch: number) =>
  db
    .selectFrom('entry')
    .where('attempt_id', '=', attemptId)
    .where('epoch', '=', epoch)
    .where('verdict', '=', 'brought_late');

/** What a file that was brought too late has of this epoch, as it came. */
export async function listSetAside(db: Db, attemptId: string, epoch: number): Promise<Entry[]> {
  const rows = await setAside(db, attemptId, epoch)
    .select(['seq', 'at', 'body_json', 'origin_json', 'prev', 'hash'])
    .orderBy('seq')
    .execute();
  return rows.map(({ body_json, origin_json, ...row }) => ({
    ...{ attemptId, epoch, ...row, body: JSON.parse(body_json) },
    ...(origin_json === null ? {} : { origin: JSON.parse(origin_json) }),
  }));
}

export async function countSetAside(db: Db, attemptId: string, epoch: number): Promise<number> {
  const { count } = await setAside(db, attemptId, epoch)
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The seqs of an epoch that are stored above this one, ascending, but for those that are set aside. */
export async function seqsAbove(db: Db, attemptId: string, epoch: number, seq: number): Promise<number[]> {
  const rows = await db
    .selectFrom('entry')
    .select('seq')
    .where('attempt_id', '=', attemptId)
    .where('epoch', '=', epoch)
    .where('seq', '>', seq)
    .where('verdict', '!=', 'brought_late')
    .orderBy('seq')
    .execute();
  return rows.map((row) => row.seq);
}

export async function moveCursors(
  db: Db,
  cursors: readonly { attemptId: string; epoch: number; cursor: number }[],
): Promise<void> {
  if (cursors.length === 0) return;
  const moved = givenRows(
    db,
    { attempt_id: 'text', epoch: 'integer', cursor: 'integer' },
    cursors.map(({ attemptId, epoch, cursor }) => ({ attempt_id: attemptId, epoch, cursor })),
  );
  await sql`
    update epoch set cursor = moved.cursor from (${moved}) as moved
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
    .where('verdict', 'not in', ['fenced', 'brought_late'])
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

/** When the attempt's answers were written, in that order. */
export async function answerTimesOf(db: Db, attemptId: string): Promise<number[]> {
  const rows = await db
    .selectFrom('entry')
    .select('at')
    .where('attempt_id', '=', attemptId)
    // Canonical JSON: a quotation mark within an answer is escaped, so that this stands for the kind of entry only.
    .where('body_json', 'like', '%"type":"response"%')
    .orderBy('at')
    .execute();
  return rows.map(({ at }) => at);
}
