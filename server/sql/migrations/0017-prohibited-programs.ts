import { type Kysely, sql } from 'kysely';

/** What an organiser adds to the list of prohibited programs for one examination. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table examination add column prohibited_programs_json text not null default '[]'`.execute(db);
}
