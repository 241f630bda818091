import { sql } from 'kysely';
import type { AttemptEvent, EventKind } from '../../shared/contract/views.ts';
import { VIOLATION_KINDS, type ViolationKind } from '../../shared/domain/violation.ts';
import { givenRows } from './given-rows.ts';
import type { Db, Row } from './tables.ts';

const eventOf = (row: Row<'event'>): AttemptEvent => ({
  id: row.id,
  attemptId: row.attempt_id,
  at: row.at,
  kind: row.kind as EventKind,
  detail: JSON.parse(row.detail_json),
});

const EVENT_COLUMNS = { id: 'text', attempt_id: 'text', at: 'real', kind: 'text', detail_json: 'text' } as const;

/** In their order. */
export async function insertEvents(db: Db, events: readonly AttemptEvent[]): Promise<void> {
  const rows = events.map(({ id, attemptId, at, kind, detail }) => ({
    ...{ id, attempt_id: attemptId, at, kind, detail_json: JSON.stringify(detail) },
  }));
  const columns = sql.join(Object.keys(EVENT_COLUMNS).map((name) => sql.ref(name)));
  await sql`insert into event (${columns}) ${givenRows(db, EVENT_COLUMNS, rows)}`.execute(db);
}

/** Every event of one attempt, in the order they were learnt. */
export async function eventsOf(db: Db, attemptId: string): Promise<AttemptEvent[]> {
  const rows = await db
    .selectFrom('event')
    .selectAll()
    .where('attempt_id', '=', attemptId)
    .orderBy('position')
    .execute();
  return rows.map(eventOf);
}

/** The last event of an attempt that is of one of these kinds and about this session. */
export async function lastEventOf(
  db: Db,
  attemptId: string,
  kinds: readonly EventKind[],
  sessionId: string,
): Promise<AttemptEvent | undefined> {
  const rows = await db
    .selectFrom('event')
    .selectAll()
    .where('attempt_id', '=', attemptId)
    .where('kind', 'in', kinds)
    .orderBy('position', 'desc')
    .execute();
  return rows.map(eventOf).find(({ detail }) => detail.sessionId === sessionId);
}

/** What proctors said of findings, of every attempt, in the order they said it. */
export async function clearanceWords(db: Db): Promise<AttemptEvent[]> {
  const rows = await db
    .selectFrom('event')
    .selectAll()
    .where('kind', 'in', ['finding_cleared', 'finding_restored'])
    .orderBy('position')
    .execute();
  return rows.map(eventOf);
}

/** Kinds of violations that were noted at all. */
export async function kindsFound(db: Db): Promise<ViolationKind[]> {
  const rows = await db.selectFrom('event').select('kind').distinct().where('kind', 'in', VIOLATION_KINDS).execute();
  return rows.map(({ kind }) => kind as ViolationKind);
}

/** Every finding of the attempts of which something was reported. */
export async function findingsOfReported(db: Db): Promise<{ id: string; kind: ViolationKind }[]> {
  const rows = await db
    .selectFrom('event')
    .select(['id', 'kind'])
    .where('attempt_id', 'in', db.selectFrom('case_step').select('attempt_id'))
    .where('kind', 'in', VIOLATION_KINDS)
    .execute();
  return rows.map(({ id, kind }) => ({ id, kind: kind as ViolationKind }));
}

/** The newest events of the room, oldest first. */
export async function latestEvents(db: Db, count: number, attemptIds?: readonly string[]): Promise<AttemptEvent[]> {
  // No list of PostgreSQL's is empty.
  if (attemptIds?.length === 0) return [];
  const rows = await db
    .selectFrom('event')
    .selectAll()
    .where('kind', '!=', 'looked_at')
    .$if(attemptIds !== undefined, (query) => query.where('attempt_id', 'in', attemptIds ?? []))
    .orderBy('position', 'desc')
    .limit(count)
    .execute();
  return rows.reverse().map(eventOf);
}
