import { type Kysely, sql } from 'kysely';
import { refuseChanges } from '../migration-words.ts';

/** A row of these tables is never edited or removed: a correction is another row. */
const KEPT = ['mark', 'result_annotation'];

/** Marks of written answers, who reads which of them, and what adjudication writes beside a score. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    sql`create table mark (
      position integer primary key autoincrement, attempt_id text not null references attempt (id),
      session_id text not null references session (id), item_id text not null, response_hash text not null,
      round integer not null check (round in (1, 2, 3)), marker_id text not null references staff (id),
      points real not null, criteria_json text not null, comment text not null, at integer not null) strict`,
    sql`create index mark_of_session on mark (session_id, attempt_id)`,
    sql`create table marking_code (
      code text primary key, attempt_id text not null references attempt (id),
      session_id text not null references session (id), item_id text not null,
      unique (session_id, attempt_id, item_id)) strict`,
    sql`create table marking_claim (
      attempt_id text not null references attempt (id), session_id text not null references session (id),
      item_id text not null, round integer not null, marker_id text not null references staff (id),
      response_hash text not null, until integer not null,
      primary key (session_id, item_id, attempt_id, round)) strict`,
    sql`create table result_annotation (
      position integer primary key autoincrement, attempt_id text not null references attempt (id),
      session_id text not null references session (id), text text not null, by_name text not null,
      at integer not null) strict`,
    sql`create index result_annotation_of_session on result_annotation (session_id, attempt_id)`,
  ];
  for (const statement of statements) await statement.execute(db);
  const reason = 'rows of this table are kept as they are';
  for (const table of KEPT)
    for (const change of ['update', 'delete'] as const)
      await refuseChanges(db, { table, change, reason, trigger: `${table}_no_${change}` });
}
