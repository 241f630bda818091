import { type Kysely, sql } from 'kysely';

/** Where an examination's rules about violations differ from the usual ones. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table examination add column violation_rules_json text not null default '{}'`.execute(db);
}
