import { type Kysely, sql } from 'kysely';
import { refuseChanges } from '../migration-words.ts';

/**
 * What the exam centre learnt about each camera, as a chain that is only ever added to (CAM-1). The table `gap` of earlier
 * times stays as it is: what it holds was never chained and cannot be now.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table camera_fact (
    attempt_id text not null references attempt (id), camera text not null, seq integer not null, at integer not null,
    kind text not null, fact_json text not null, prev text not null, hash text not null,
    primary key (attempt_id, camera, seq)) strict`.execute(db);
  await sql`create index camera_fact_by_kind on camera_fact (kind, attempt_id, camera, seq)`.execute(db);
  for (const change of ['update', 'delete'] as const) {
    await refuseChanges(db, {
      ...{ table: 'camera_fact', change, trigger: `camera_fact_no_${change}` },
      reason: 'what is known about a camera is added to and never changed',
    });
  }
}
