import { type Kysely, sql } from 'kysely';
import { refuseChanges } from '../migration-words.ts';

/** What organisers changed of the timetable, one chain of the exam centre that is only ever added to (TIME-5). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table timetable_change (
    seq integer primary key, at integer not null, by_name text not null,
    session_id text not null references session (id), from_json text not null, to_json text not null,
    why text not null, prev text not null, hash text not null) strict`.execute(db);
  for (const change of ['update', 'delete'] as const) {
    await refuseChanges(db, {
      ...{ table: 'timetable_change', change, trigger: `timetable_change_no_${change}` },
      reason: 'the log of the timetable is added to and never changed',
    });
  }
}
