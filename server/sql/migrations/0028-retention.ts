import { type Kysely, sql } from 'kysely';
import { refuseChanges } from '../migration-words.ts';

/**
 * How long an examination's recordings and pictures are kept, and the log of what was deleted, one chain that is only ever added
 * to (RET-2). A picture's row stays behind when its file goes: other rows name it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Nobody who sat one of those that are here already was told of a last day: theirs are deleted by people, not by an update.
  await sql`alter table examination add column retention_days integer not null default 36500`.execute(db);
  await sql`alter table picture add column removed_at integer`.execute(db);
  await sql`create index picture_of_attempt on picture (attempt_id)`.execute(db);
  await sql`create table deletion (
    seq integer primary key, at integer not null, of_kind text not null, of_id text not null,
    examination_id text not null, attempt_id text, kind text not null, step_json text not null,
    prev text not null, hash text not null) strict`.execute(db);
  await sql`create index deletion_of_one on deletion (of_id, seq)`.execute(db);
  for (const change of ['update', 'delete'] as const) {
    await refuseChanges(db, {
      ...{ table: 'deletion', change, trigger: `deletion_no_${change}` },
      reason: 'the log of deletions is added to and never changed',
    });
  }
}
