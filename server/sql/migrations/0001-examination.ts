import { type Kysely, sql } from 'kysely';

/** The examination itself: timetable, papers with their keys, the roster and the staff. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    sql`create table examination (
      id text primary key, title text not null, occupation text not null, level text not null,
      duty_phone text not null, complaint_phone text not null) strict`,
    sql`create table session (
      id text primary key, position integer not null, kind text not null, title text not null,
      entry_from integer not null, starts_at integer not null, ends_at integer not null) strict`,
    sql`create table paper (
      session_id text primary key references session (id), paper_json text not null, key_json text not null) strict`,
    sql`create table picture (id text primary key, attempt_id text, at real not null) strict`,
    sql`create table candidate (
      id text primary key, admission_no text not null unique, identity_no text not null, name text not null,
      registered_picture_id text references picture (id)) strict`,
    sql`create table staff (
      id text primary key, login text not null unique, name text not null, role text not null,
      password text not null) strict`,
  ];
  for (const statement of statements) await statement.execute(db);
}
