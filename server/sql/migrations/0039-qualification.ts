import { type Kysely, sql } from 'kysely';
import { refuseChanges } from '../migration-words.ts';

/** Who may invigilate: a log of passes, tests and the rules for them, and what was noted in a run. Both are only added to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table qualification (
    seq integer primary key, at integer not null, by_name text not null, staff_id text references staff (id),
    run_id text, kind text not null, step_json text not null, prev text not null, hash text not null) strict`.execute(
    db,
  );
  await sql`create index qualification_of_one on qualification (staff_id, seq)`.execute(db);
  await sql`create index qualification_of_run on qualification (run_id, seq)`.execute(db);
  await sql`create table training_flag (
    run_id text not null, number integer not null, at integer not null, place integer not null, ground text,
    note text not null, primary key (run_id, number)) strict`.execute(db);
  for (const table of ['qualification', 'training_flag']) {
    for (const change of ['update', 'delete'] as const) {
      await refuseChanges(db, {
        ...{ table, change, trigger: `${table}_no_${change}` },
        reason: 'what was found of a qualification is added to and never changed',
      });
    }
  }
}
