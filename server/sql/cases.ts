import type { CaseLink } from '../../shared/domain/adjudication.ts';
import { canonicalJson } from '../../shared/support/canonical-json.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Db, Row } from './tables.ts';

const linkOf = ({ attempt_id, case_id, by_json, step_json, kind, ...row }: Row<'case_step'>): CaseLink => ({
  ...{ attemptId: attempt_id, caseId: case_id, ...row },
  by: JSON.parse(by_json),
  step: JSON.parse(step_json),
});

export async function insertCaseLink(db: Db, { attemptId, caseId, by, step, ...link }: CaseLink): Promise<void> {
  await db
    .insertInto('case_step')
    .values({
      ...{ attempt_id: attemptId, case_id: caseId, kind: step.kind, ...link },
      by_json: canonicalJson(by),
      step_json: canonicalJson(step),
    })
    .execute();
}

/** The chain of one attempt's cases, from its first link on. */
export async function caseLinksOf(db: Db, attemptId: string): Promise<CaseLink[]> {
  const rows = await db
    .selectFrom('case_step')
    .selectAll()
    .where('attempt_id', '=', attemptId)
    .orderBy('seq')
    .execute();
  return rows.map(linkOf);
}

/** Every link there is, an attempt's chain after the other. */
export async function allCaseLinks(db: Db): Promise<CaseLink[]> {
  const rows = await db.selectFrom('case_step').selectAll().orderBy('attempt_id').orderBy('seq').execute();
  return rows.map(linkOf);
}

/** Whose case it is. Throws `not_found`. */
export async function attemptOfCase(db: Db, caseId: string): Promise<string> {
  const row = await db
    .selectFrom('case_step')
    .select('attempt_id')
    .where('case_id', '=', caseId)
    .limit(1)
    .executeTakeFirstOrThrow(() => new Fault('not_found'));
  return row.attempt_id;
}

/** Whose attempts these are. */
export function candidatesOfAttempts(db: Db, attemptIds: readonly string[]) {
  return db
    .selectFrom('attempt')
    .innerJoin('candidate', 'candidate.id', 'attempt.candidate_id')
    .select(['attempt.id', 'attempt.examination_id', 'candidate.name', 'candidate.admission_no'])
    .where('attempt.id', 'in', attemptIds)
    .execute();
}

/** Whether a second person must confirm what is decided in this examination. */
export async function needsFourEyes(db: Db, examinationId: string): Promise<boolean> {
  const row = await db
    .selectFrom('examination')
    .select('four_eyes')
    .where('id', '=', examinationId)
    .executeTakeFirstOrThrow(() => new Fault('not_found'));
  return row.four_eyes === 1;
}
