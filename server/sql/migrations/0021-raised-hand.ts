import { type Kysely, sql } from 'kysely';

/** Since when an attempt's candidate asks for the proctor. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table attempt add column hand_raised_at integer`.execute(db);
}
