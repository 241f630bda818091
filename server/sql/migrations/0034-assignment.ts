import { type Kysely, sql } from 'kysely';
import { refuseChanges } from '../migration-words.ts';

/** Which proctor watches which candidate: the latest row of a candidate holds; nobody's where it names none (ASG-1). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table assignment (
    position integer primary key autoincrement, examination_id text not null references examination (id),
    candidate_id text not null references candidate (id), staff_id text references staff (id),
    by_name text not null, at integer not null) strict`.execute(db);
  await sql`create index assignment_of_candidate on assignment (candidate_id, position)`.execute(db);
  for (const change of ['update', 'delete'] as const) {
    await refuseChanges(db, {
      ...{ table: 'assignment', change, trigger: `assignment_no_${change}` },
      reason: 'who watched whom is added to and never changed',
    });
  }
}
