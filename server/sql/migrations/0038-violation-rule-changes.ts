import { type Kysely, sql } from 'kysely';
import { refuseChanges } from '../migration-words.ts';

/** Who changed an examination's rules about violations, when, and to what. Only ever added to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table violation_rule_change (
    examination_id text not null, number integer not null, at integer not null, staff_name text not null, rules_json text not null,
    primary key (examination_id, number)) strict`.execute(db);
  for (const change of ['update', 'delete'] as const) {
    await refuseChanges(db, {
      ...{ table: 'violation_rule_change', change, trigger: `violation_rule_change_no_${change}` },
      reason: 'changes of rules are added to and never changed',
    });
  }
}
