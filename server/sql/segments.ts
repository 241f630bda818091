import { sql } from 'kysely';
import type { Segment } from '../../shared/contract/views.ts';
import { givenRows } from './given-rows.ts';
import type { Db, Row } from './tables.ts';

export function findSegment(db: Db, id: string) {
  return db.selectFrom('segment').selectAll().where('id', '=', id).executeTakeFirst();
}

const COLUMNS = {
  id: 'text',
  attempt_id: 'text',
  camera: 'text',
  started_at: 'real',
  duration_ms: 'real',
  bytes: 'integer',
  mime: 'text',
  sha256: 'text',
  path: 'text',
  stored_at: 'integer',
} as const;

export async function insertSegments(db: Db, segments: readonly Row<'segment'>[]): Promise<void> {
  if (segments.length === 0) return;
  const columns = sql.join(Object.keys(COLUMNS).map((name) => sql.ref(name)));
  await sql`insert into segment (${columns}) ${givenRows(db, COLUMNS, segments)}`.execute(db);
}

/** The latest picture of a camera that was taken between these times. */
export async function latestStill(
  db: Db,
  { attemptId, camera, from, until }: { attemptId: string; camera: 'front' | 'rear'; from: number; until: number },
): Promise<string | null> {
  const row = await db
    .selectFrom('segment')
    .select('id')
    .where('attempt_id', '=', attemptId)
    .where('camera', '=', camera)
    .where('mime', '=', 'image/jpeg')
    .where('started_at', '>=', from)
    .where('started_at', '<=', until)
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The attempt's recordings by camera and time, each whole row. */
export const segmentRowsOf = (db: Db, attemptId: string) =>
  db
    .selectFrom('segment')
    .selectAll()
    .where('attempt_id', '=', attemptId)
    .orderBy('camera')
    .orderBy('started_at')
    .orderBy('id')
    .execute();

/** The attempt's recordings by camera and time. */
export async function segmentsOf(db: Db, attemptId: string): Promise<Segment[]> {
  const rows = await segmentRowsOf(db, attemptId);
  return rows.map(({ id, camera, started_at: startedAt, duration_ms: durationMs, bytes, mime, sha256 }) => ({
    id,
    camera,
    startedAt,
    durationMs,
    bytes,
    mime,
    sha256,
  }));
}
