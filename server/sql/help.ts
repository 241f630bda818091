import type { Insertable } from 'kysely';
import type { Db, Tables } from './tables.ts';

/** In the order of the plan. */
export function listRegions(db: Db) {
  return db.selectFrom('region').selectAll().orderBy('position').execute();
}

export async function insertComplaint(db: Db, complaint: Insertable<Tables['complaint']>): Promise<void> {
  await db.insertInto('complaint').values(complaint).execute();
}

/** With the name of its region, the latest first. */
export function listComplaints(db: Db) {
  return db
    .selectFrom('complaint')
    .leftJoin('region', 'region.id', 'complaint.region_id')
    .selectAll('complaint')
    .select('region.name as region')
    .orderBy('complaint.at', 'desc')
    .orderBy('complaint.id')
    .execute();
}

export async function complaintExists(db: Db, id: string): Promise<boolean> {
  const row = await db.selectFrom('complaint').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}

export async function insertComplaintStep(db: Db, step: Insertable<Tables['complaint_step']>): Promise<void> {
  await db.insertInto('complaint_step').values(step).execute();
}

/** Of all complaints, oldest first. */
export function listComplaintSteps(db: Db) {
  return db.selectFrom('complaint_step').selectAll().orderBy('position').execute();
}
