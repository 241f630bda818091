import { type Kysely, sql } from 'kysely';

/** Answer files: the key pair that opens them, and when an examination offers them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    sql`create table centre_key (
      id text primary key, public_key text not null, private_key text not null, made_at integer not null) strict`,
    sql`alter table examination add column answer_file_after_ms integer not null default 600000`,
    sql`alter table examination add column answer_file_within_ms integer not null default 86400000`,
  ];
  for (const statement of statements) await statement.execute(db);
}
