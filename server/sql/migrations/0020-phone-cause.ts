import { type Kysely, sql } from 'kysely';

/** Why an attempt's phone is not its second view, or may soon not be. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table attempt add column phone_cause text`.execute(db);
}
