import { type Kysely, sql } from 'kysely';

/**
 * The lines of an attempt's two devices: which one is the latest, and the process it ends at while it holds. A line that is over
 * late changes nothing about the one that took its place, and those of a process that died are found.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['line integer not null default 0', 'rear_line integer not null default 0']) {
    await sql`alter table attempt add column ${sql.raw(column)}`.execute(db);
  }
  for (const column of ['process text', 'rear_process text']) {
    await sql`alter table attempt add column ${sql.raw(column)}`.execute(db);
  }
}
