import { type Kysely, sql } from 'kysely';

/** Phones and their codes belong to one epoch. Codes live two minutes: those of earlier times are simply made again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`delete from pairing`.execute(db);
  await sql`alter table pairing add column epoch integer not null default 0`.execute(db);
  await sql`alter table pairing add column voided_at integer`.execute(db);
  await sql`create index pairing_of_attempt on pairing (attempt_id)`.execute(db);
  await sql`update token set epoch = (select epoch from attempt where attempt.id = token.attempt_id)
    where kind = 'phone'`.execute(db);
}
