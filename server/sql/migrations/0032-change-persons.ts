import { type Kysely, sql } from 'kysely';

/** Who asked for a change and who decided it, as accounts: two persons may have one name. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table change_request add column asked_by_id text references staff (id)`.execute(db);
  await sql`alter table change_request add column decided_by_id text references staff (id)`.execute(db);
}
