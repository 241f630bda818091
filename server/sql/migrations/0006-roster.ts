import { type Kysely, sql } from 'kysely';
import { refuseChanges } from '../migration-words.ts';

/** Batches of applicants, requests to change them, and a trail that is only ever added to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    sql`create table batch (
      id text primary key, institution text not null, state text not null, revision integer not null,
      report_until text not null, pay_until text not null, change_until text not null, made_at integer not null,
      declared_at integer, declared_by text, declaration_id text, declaration_mime text,
      paid_on text, paid_at integer, paid_by text, locked_at integer, locked_by text) strict`,
    sql`create table applicant (
      id text primary key, batch_id text not null references batch (id), position integer not null,
      name text not null, identity_no text not null, examination_id text not null references examination (id),
      sessions_json text not null, record_json text not null,
      photo_id text references picture (id), photo_verdict text,
      candidate_id text references candidate (id), unique (batch_id, identity_no)) strict`,
    sql`create index applicant_by_identity on applicant (identity_no)`,
    sql`create table change_request (
      id text primary key, applicant_id text not null references applicant (id), field text not null,
      from_value text not null, to_value text not null, why text not null, asked_at integer not null,
      asked_by text not null, state text not null, decided_at integer, decided_by text, note text not null) strict`,
    sql`create table roster_audit (
      position integer primary key autoincrement, batch_id text not null references batch (id),
      applicant_id text, at integer not null, by_name text not null, action text not null,
      detail_json text not null) strict`,
    sql`create index roster_audit_of_applicant on roster_audit (batch_id, applicant_id)`,
  ];
  for (const statement of statements) await statement.execute(db);
  const kept = { table: 'roster_audit', reason: 'the trail is only added to' };
  await refuseChanges(db, { ...kept, change: 'delete', trigger: 'roster_audit_is_kept' });
  await refuseChanges(db, { ...kept, change: 'update', trigger: 'roster_audit_is_not_edited' });
}
