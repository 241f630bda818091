import { type Kysely, sql } from 'kysely';
import { refuseChanges } from '../migration-words.ts';

/** Adjudication as a chain of steps, one an attempt, that is only ever added to (EVI-2); who needs a second person for it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table examination add column four_eyes integer not null default 1`.execute(db);
  await sql`create table case_step (
    attempt_id text not null references attempt (id), seq integer not null, case_id text not null, at integer not null,
    by_json text not null, kind text not null, step_json text not null, prev text not null, hash text not null,
    primary key (attempt_id, seq)) strict`.execute(db);
  await sql`create index case_step_of_case on case_step (case_id)`.execute(db);
  for (const change of ['update', 'delete'] as const) {
    await refuseChanges(db, {
      ...{ table: 'case_step', change, trigger: `case_step_no_${change}` },
      reason: 'a decision is superseded by a later one and never changed',
    });
  }
}
