import { type Kysely, sql } from 'kysely';

/** The region of whoever reports a batch: its applicants are shown that region's telephone numbers (HELP-1). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table batch add column region_id text references region (id)`.execute(db);
}
