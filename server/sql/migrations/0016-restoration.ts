import { type Kysely, sql } from 'kysely';

/** When a backup was put in the place of the database. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table restoration (at integer not null) strict`.execute(db);
}
