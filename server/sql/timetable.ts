import type { PlanLink, SessionPlan } from '../../shared/domain/timetable-change.ts';
import { canonicalJson } from '../../shared/support/canonical-json.ts';
import { moveSession } from './examination.ts';
import type { Db } from './tables.ts';

/** The whole log of the timetable, oldest first (TIME-5). */
export async function timetableLog(db: Db): Promise<PlanLink[]> {
  const rows = await db.selectFrom('timetable_change').selectAll().orderBy('seq').execute();
  return rows.map(({ by_name: by, session_id: sessionId, from_json, to_json, ...row }) => ({
    ...{ ...row, by, sessionId },
    from: JSON.parse(from_json) as SessionPlan,
    to: JSON.parse(to_json) as SessionPlan,
  }));
}

/** Plans the session so and adds the line that says it. */
export async function replanSession(db: Db, examinationId: string, link: PlanLink): Promise<void> {
  const { by: by_name, sessionId: session_id, from, to, ...rest } = link;
  await moveSession(db, session_id, {
    ...{ entry_from: to.entryFrom, entry_until: to.entryUntil },
    ...{ starts_at: to.startsAt, hand_in_from: to.handInFrom, ends_at: to.endsAt },
  });
  await db
    .updateTable('examination')
    .set({ between_sessions: to.betweenSessions })
    .where('id', '=', examinationId)
    .execute();
  const lines = { from_json: canonicalJson(from), to_json: canonicalJson(to) };
  await db
    .insertInto('timetable_change')
    .values({ ...rest, by_name, session_id, ...lines })
    .execute();
}

/** What every candidate of the exam centre sits, by who they are. */
export function whoSitsWhat(db: Db) {
  return db.selectFrom('candidate').select(['identity_no', 'examination_id', 'sessions_json']).execute();
}

/** Those of an examination who have signed in, each with what their candidate is registered for. */
export function attemptsOfExamination(db: Db, examinationId: string) {
  return db
    .selectFrom('attempt')
    .innerJoin('candidate', 'candidate.id', 'attempt.candidate_id')
    .select(['attempt.id', 'candidate.sessions_json'])
    .where('attempt.examination_id', '=', examinationId)
    .execute();
}
