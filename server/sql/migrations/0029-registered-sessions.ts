import { type Kysely, sql } from 'kysely';

/** Which kinds of session a candidate is registered for (REG-1), as the roster says; null: all of the examination. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table candidate add column sessions_json text`.execute(db);
  // Whoever has signed in already was offered every session, and may have sat it: nothing is taken from them afterwards.
  await sql`update candidate set sessions_json = (
      select max(applicant.sessions_json) from applicant where applicant.candidate_id = candidate.id)
    where not exists (select 1 from attempt where attempt.candidate_id = candidate.id)`.execute(db);
}
