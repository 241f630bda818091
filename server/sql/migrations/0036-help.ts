import { type Kysely, sql } from 'kysely';
import { refuseChanges } from '../migration-words.ts';

/** Telephone numbers by region, and complaints with what was done about each, which are only added to (HELP-1, HELP-2). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table region (
    id text primary key, position integer not null, name text not null, duty_phone text not null,
    complaint_phone text not null) strict`.execute(db);
  await sql`alter table candidate add column region_id text references region (id)`.execute(db);
  await sql`create table complaint (
    id text primary key, number text not null unique, at integer not null, region_id text references region (id),
    text text not null, contact text not null) strict`.execute(db);
  await sql`create table complaint_step (
    position integer primary key autoincrement, complaint_id text not null references complaint (id),
    at integer not null, by_name text not null, text text not null, closed integer not null) strict`.execute(db);
  for (const table of ['complaint', 'complaint_step']) {
    for (const change of ['update', 'delete'] as const) {
      await refuseChanges(db, {
        ...{ table, change, trigger: `${table}_no_${change}` },
        reason: 'a complaint is added to and never changed',
      });
    }
  }
}
