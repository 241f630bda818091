import { type Kysely, sql } from 'kysely';

/** An attempt, who may act in it, and everything that is said about it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    sql`create table attempt (
      id text primary key, candidate_id text not null unique references candidate (id), epoch integer not null,
      key_base64 text not null, consent_at integer, identity text not null, identity_failures integer not null,
      stage text, online integer not null, offline_since integer, phone text not null, phone_lost_since integer,
      violations integer not null) strict`,
    sql`create table epoch (
      attempt_id text not null references attempt (id), epoch integer not null, computer_id text not null,
      platform text not null, opened_at integer not null, fenced_at integer, cursor integer not null,
      primary key (attempt_id, epoch)) strict`,
    sql`create table token (
      hash text primary key, kind text not null, attempt_id text references attempt (id), epoch integer,
      staff_id text references staff (id), made_at integer not null, ended_at integer, ended_why text) strict`,
    sql`create index token_of_attempt on token (attempt_id, kind)`,
    sql`create table pairing (
      token_hash text primary key, attempt_id text not null references attempt (id), expires_at integer not null,
      used_at integer) strict`,
    sql`create table event (
      position integer primary key autoincrement, id text not null unique,
      attempt_id text not null references attempt (id), at real not null, kind text not null,
      detail_json text not null) strict`,
    sql`create index event_of_attempt on event (attempt_id, position)`,
    sql`create table message (
      id text primary key, at integer not null, staff_id text not null references staff (id), from_name text not null,
      text text not null, attempt_id text references attempt (id)) strict`,
    sql`create table identity_check (
      position integer primary key autoincrement, id text not null unique,
      attempt_id text not null references attempt (id), at integer not null, kind text not null, similarity real,
      liveness_passed integer not null, turn_degrees real not null, verdict text not null,
      live_picture_id text not null references picture (id), registered_picture_id text references picture (id)) strict`,
    sql`create table identity_decision (
      position integer primary key autoincrement, attempt_id text not null references attempt (id),
      check_id text references identity_check (id), decision text not null, reason text not null,
      staff_name text not null, at integer not null) strict`,
    sql`create table device_check (
      attempt_id text not null references attempt (id), at integer not null, rows_json text not null) strict`,
  ];
  for (const statement of statements) await statement.execute(db);
}
