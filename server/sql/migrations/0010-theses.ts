import { type Kysely, sql } from 'kysely';

/** Files handed in before a date. A row is never removed; of an infected file only the row stays. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    sql`create table thesis (
      position integer primary key autoincrement, id text not null unique,
      attempt_id text not null references attempt (id), session_id text not null references session (id),
      file_name text not null, format text not null, bytes integer not null, sha256 text not null,
      pages integer, scan text not null, path text not null, received_at integer not null,
      receipt_no text not null unique) strict`,
    sql`create index thesis_of_attempt on thesis (attempt_id, session_id)`,
  ];
  for (const statement of statements) await statement.execute(db);
}
