import { type Kysely, sql } from 'kysely';

/** Several examinations a server, each with its timetable, weights and papers; a seed an attempt orders its papers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    sql`alter table examination add column position integer not null default 0`,
    sql`alter table examination add column between_sessions text not null default 'locked'`,
    sql`alter table examination add column components_json text not null default '[]'`,
    sql`alter table session add column examination_id text references examination (id)`,
    sql`update session set examination_id = (select id from examination limit 1)`,
    sql`alter table session add column mode text not null default 'live'`,
    sql`alter table session add column entry_until integer not null default 0`,
    sql`alter table session add column hand_in_from integer not null default 0`,
    sql`update session set entry_until = ends_at, hand_in_from = starts_at`,
    sql`alter table paper add column marking_json text not null default '{"differenceLimit":0.2}'`,
    sql`alter table paper add column release_key_base64 text not null default ''`,
    sql`alter table candidate add column examination_id text references examination (id)`,
    sql`update candidate set examination_id = (select id from examination limit 1)`,
    sql`alter table attempt add column examination_id text references examination (id)`,
    sql`update attempt set examination_id = (select id from examination limit 1)`,
    sql`alter table attempt add column seed text not null default ''`,
    sql`update attempt set seed = id`,
  ];
  for (const statement of statements) await statement.execute(db);
}
