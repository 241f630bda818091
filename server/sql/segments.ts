import type { Insertable } from 'kysely';
import type { Segment } from '../../shared/contract/views.ts';
import type { Db, Tables } from './tables.ts';

export function findSegment(db: Db, id: string) {
  return db.selectFrom('segment').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function insertSegment(db: Db, segment: Insertable<Tables['segment']>): Promise<void> {
  await db.insertInto('segment').values(segment).execute();
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
