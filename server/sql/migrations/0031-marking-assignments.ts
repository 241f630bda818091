import { type Kysely, sql } from 'kysely';
import { refuseChanges } from '../migration-words.ts';

/** Who marks which session (MARK-3), a log: the last row about a marker and a session counts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table marking_assignment (
    position integer primary key autoincrement, session_id text not null references session (id),
    marker_id text not null references staff (id), assigned integer not null check (assigned in (0, 1)),
    by_id text references staff (id), at integer not null) strict`.execute(db);
  await sql`create index marking_assignment_of_marker on marking_assignment (marker_id, session_id)`.execute(db);
  // Until now every marker marked everything: an examination that is being marked goes on as it was.
  await sql`insert into marking_assignment (session_id, marker_id, assigned, by_id, at)
    select session.id, staff.id, 1, null, 0 from session cross join staff where staff.role = 'marker'`.execute(db);
  for (const change of ['update', 'delete'] as const) {
    await refuseChanges(db, {
      ...{ table: 'marking_assignment', change, trigger: `marking_assignment_no_${change}` },
      reason: 'rows of this table are kept as they are',
    });
  }
}
