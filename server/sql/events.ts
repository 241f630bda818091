import type { AttemptEvent, EventKind } from '../../shared/contract/views.ts';
import type { Db, Row } from './tables.ts';

const eventOf = (row: Row<'event'>): AttemptEvent => ({
  id: row.id,
  attemptId: row.attempt_id,
  at: row.at,
  kind: row.kind as EventKind,
  detail: JSON.parse(row.detail_json),
});

export async function insertEvent(db: Db, event: AttemptEvent): Promise<void> {
  const { id, at, kind, detail } = event;
  await db
    .insertInto('event')
    .values({ id, attempt_id: event.attemptId, at, kind, detail_json: JSON.stringify(detail) })
    .execute();
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

/** The newest events of the room, oldest first. */
export async function latestEvents(db: Db, count: number): Promise<AttemptEvent[]> {
  const rows = await db
    .selectFrom('event')
    .selectAll()
    .where('kind', '!=', 'looked_at')
    .orderBy('position', 'desc')
    .limit(count)
    .execute();
  return rows.reverse().map(eventOf);
}
