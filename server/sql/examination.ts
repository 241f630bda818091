import type { Insertable } from 'kysely';
import { Fault } from '../../shared/support/fault.ts';
import type { Db, Row, Tables } from './tables.ts';

export const listExaminations = (db: Db) => db.selectFrom('examination').selectAll().orderBy('position').execute();

export async function putProhibitedPrograms(db: Db, examinationId: string, json: string): Promise<void> {
  await db
    .updateTable('examination')
    .set({ prohibited_programs_json: json })
    .where('id', '=', examinationId)
    .executeTakeFirstOrThrow();
}

export async function findProhibitedPrograms(db: Db, examinationId: string): Promise<string> {
  const row = await db
    .selectFrom('examination')
    .select('prohibited_programs_json')
    .where('id', '=', examinationId)
    .executeTakeFirstOrThrow(() => new Fault('not_found'));
  return row.prohibited_programs_json;
}

export const listSessions = (db: Db) => db.selectFrom('session').selectAll().orderBy('position').execute();

export const listPapers = (db: Db) => db.selectFrom('paper').selectAll().execute();

export function findPaper(db: Db, sessionId: string) {
  return db.selectFrom('paper').selectAll().where('session_id', '=', sessionId).executeTakeFirst();
}

/** Puts a paper in the place of the session's present one, if it has one. */
export async function putPaper(db: Db, paper: Insertable<Tables['paper']>): Promise<void> {
  await db
    .insertInto('paper')
    .values(paper)
    .onConflict((conflict) => conflict.column('session_id').doUpdateSet(paper))
    .execute();
}

/** Whether anybody opened the session's paper or handed something in for it. */
export async function isPaperInUse(db: Db, sessionId: string): Promise<boolean> {
  const opening = await db.selectFrom('opening').select('at').where('session_id', '=', sessionId).executeTakeFirst();
  const thesis = await db.selectFrom('thesis').select('id').where('session_id', '=', sessionId).executeTakeFirst();
  return opening !== undefined || thesis !== undefined;
}

export async function moveSession(
  db: Db,
  id: string,
  times: Pick<Row<'session'>, 'entry_from' | 'entry_until' | 'starts_at' | 'hand_in_from' | 'ends_at'>,
): Promise<void> {
  await db.updateTable('session').set(times).where('id', '=', id).execute();
}

/** What an examination day begins with. */
export interface NewExaminations {
  regions: Insertable<Tables['region']>[];
  examinations: Insertable<Tables['examination']>[];
  sessions: Insertable<Tables['session']>[];
  papers: Insertable<Tables['paper']>[];
  pictures: Insertable<Tables['picture']>[];
  candidates: Insertable<Tables['candidate']>[];
  staff: Insertable<Tables['staff']>[];
  markingAssignments: Insertable<Tables['marking_assignment']>[];
  qualifications: Insertable<Tables['qualification']>[];
}

/** All of it in one transaction: it is there whole or not at all. */
export async function insertExaminations(db: Db, given: NewExaminations): Promise<void> {
  await db.transaction().execute(async (all) => {
    for (const region of given.regions) await all.insertInto('region').values(region).execute();
    for (const examination of given.examinations) await all.insertInto('examination').values(examination).execute();
    for (const session of given.sessions) await all.insertInto('session').values(session).execute();
    for (const paper of given.papers) await all.insertInto('paper').values(paper).execute();
    for (const picture of given.pictures) await all.insertInto('picture').values(picture).execute();
    for (const candidate of given.candidates) await all.insertInto('candidate').values(candidate).execute();
    for (const person of given.staff) await all.insertInto('staff').values(person).execute();
    for (const each of given.markingAssignments) await all.insertInto('marking_assignment').values(each).execute();
    for (const each of given.qualifications) await all.insertInto('qualification').values(each).execute();
  });
}

export function findCandidateByAdmission(db: Db, admissionNo: string) {
  return db.selectFrom('candidate').selectAll().where('admission_no', '=', admissionNo).executeTakeFirst();
}

export function findCandidate(db: Db, id: string): Promise<Row<'candidate'>> {
  return db
    .selectFrom('candidate')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new Fault('not_found'));
}

export async function setRegisteredPicture(db: Db, candidateId: string, pictureId: string): Promise<void> {
  await db.updateTable('candidate').set({ registered_picture_id: pictureId }).where('id', '=', candidateId).execute();
}

export function findStaff(db: Db, login: string) {
  return db.selectFrom('staff').selectAll().where('login', '=', login).executeTakeFirst();
}

export async function countReceipts(db: Db): Promise<number> {
  return (await db.selectFrom('receipt').select('receipt_no').execute()).length;
}
