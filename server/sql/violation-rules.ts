import { Fault } from '../../shared/support/fault.ts';
import type { Db, Row } from './tables.ts';

export async function findViolationRules(db: Db, examinationId: string): Promise<string> {
  const row = await db
    .selectFrom('examination')
    .select('violation_rules_json')
    .where('id', '=', examinationId)
    .executeTakeFirstOrThrow(() => new Fault('not_found'));
  return row.violation_rules_json;
}

/** The latest change of an examination's rules; undefined while they stand as they were loaded. */
export function lastRuleChange(db: Db, examinationId: string): Promise<Row<'violation_rule_change'> | undefined> {
  return db
    .selectFrom('violation_rule_change')
    .selectAll()
    .where('examination_id', '=', examinationId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Puts the rules in the place of the former ones, and adds to the record who did. */
export async function changeViolationRules(db: Db, change: Row<'violation_rule_change'>): Promise<void> {
  const { examination_id, rules_json } = change;
  await db
    .updateTable('examination')
    .set({ violation_rules_json: rules_json })
    .where('id', '=', examination_id)
    .executeTakeFirstOrThrow();
  await db.insertInto('violation_rule_change').values(change).execute();
}
