import { type Kysely, sql } from 'kysely';

/** The journal as it arrived, the answers folded from it, and the receipts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    sql`create table opening (
      attempt_id text not null references attempt (id), session_id text not null references session (id),
      at integer not null, primary key (attempt_id, session_id)) strict`,
    sql`create table entry (
      attempt_id text not null references attempt (id), epoch integer not null, seq integer not null, at real not null,
      received_at integer not null, body_json text not null, origin_json text, prev text not null, hash text not null,
      verdict text not null, primary key (attempt_id, epoch, seq)) strict`,
    sql`create table answer (
      attempt_id text not null references attempt (id), item_id text not null, session_id text not null,
      epoch integer not null, seq integer not null, at real not null, value_json text,
      primary key (attempt_id, item_id)) strict`,
    sql`create table flag (
      attempt_id text not null references attempt (id), item_id text not null, epoch integer not null,
      seq integer not null, at real not null, flagged integer not null, primary key (attempt_id, item_id)) strict`,
    sql`create table receipt (
      attempt_id text not null references attempt (id), session_id text not null references session (id),
      receipt_no text not null unique, handed_in_at integer not null, handed_in_by text not null,
      responses_hash text not null, answered integer not null, score_json text not null,
      primary key (attempt_id, session_id)) strict`,
  ];
  for (const statement of statements) await statement.execute(db);
}
