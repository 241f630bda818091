import { type Kysely, sql } from 'kysely';

/** Recordings by hash, and the ledger of what was not recorded (CAM-1). */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    sql`create table segment (
      id text primary key, attempt_id text not null references attempt (id), camera text not null,
      started_at real not null, duration_ms real not null, bytes integer not null, mime text not null,
      sha256 text not null, path text not null, stored_at integer not null) strict`,
    sql`create index segment_of_attempt on segment (attempt_id, camera, started_at)`,
    sql`create table gap (
      attempt_id text not null references attempt (id), camera text not null, from_at real not null,
      duration_ms real not null, cause text not null) strict`,
  ];
  for (const statement of statements) await statement.execute(db);
}
