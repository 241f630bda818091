import { type Kysely, sql } from 'kysely';
import { refuseChanges } from '../migration-words.ts';

/** A second factor for the staff, its recovery codes (hashes), and what was done about it, which is only added to (SEC-5). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table examination add column second_factor integer not null default 0`.execute(db);
  await sql`create table second_factor (
    staff_id text primary key references staff (id), secret text not null, made_at integer not null,
    confirmed_at integer, last_step integer not null) strict`.execute(db);
  await sql`create table recovery_code (
    staff_id text not null references staff (id), hash text not null, used_at integer,
    primary key (staff_id, hash)) strict`.execute(db);
  await sql`create table staff_event (
    position integer primary key autoincrement, staff_id text not null references staff (id), kind text not null,
    by_name text not null, at integer not null) strict`.execute(db);
  for (const change of ['update', 'delete'] as const) {
    await refuseChanges(db, {
      ...{ table: 'staff_event', change, trigger: `staff_event_no_${change}` },
      reason: 'what was done about an account is added to and never changed',
    });
  }
}
