import { type Kysely, sql } from 'kysely';
import { refuseChanges } from '../migration-words.ts';

/** Publications of results, a chain an examination, with what each says of everybody; only ever added to (RES-1). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table publication (
    examination_id text not null references examination (id), seq integer not null, at integer not null,
    by_json text not null, visible_from integer not null, reason text not null, unmarked integer not null,
    open_cases integer not null, candidates integer not null, results_sha256 text not null, prev text not null,
    hash text not null, primary key (examination_id, seq)) strict`.execute(db);
  await sql`create table published_result (
    examination_id text not null, seq integer not null, candidate_id text not null references candidate (id),
    result_json text not null, primary key (examination_id, seq, candidate_id),
    foreign key (examination_id, seq) references publication (examination_id, seq)) strict`.execute(db);
  for (const table of ['publication', 'published_result']) {
    for (const change of ['update', 'delete'] as const) {
      await refuseChanges(db, {
        ...{ table, change, trigger: `${table}_no_${change}` },
        reason: 'what was published is corrected by a later publication and never changed',
      });
    }
  }
}
