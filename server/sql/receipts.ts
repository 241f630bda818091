import type { Insertable } from 'kysely';
import type { Db, Row, Tables } from './tables.ts';

export function listReceipts(db: Db, attemptIds: readonly string[]) {
  return db.selectFrom('receipt').selectAll().where('attempt_id', 'in', attemptIds).orderBy('handed_in_at').execute();
}

export function findReceipt(db: Db, attemptId: string, sessionId: string) {
  return db
    .selectFrom('receipt')
    .selectAll()
    .where('attempt_id', '=', attemptId)
    .where('session_id', '=', sessionId)
    .executeTakeFirst();
}

export async function isReceiptNoTaken(db: Db, receiptNo: string): Promise<boolean> {
  const taken = await db
    .selectFrom('receipt')
    .select('receipt_no')
    .where('receipt_no', '=', receiptNo)
    .union(db.selectFrom('thesis').select('receipt_no').where('receipt_no', '=', receiptNo))
    .executeTakeFirst();
  return taken !== undefined;
}

export async function insertReceipt(db: Db, receipt: Insertable<Tables['receipt']>): Promise<void> {
  await db.insertInto('receipt').values(receipt).execute();
}

export async function updateReceipt(
  db: Db,
  {
    attempt_id,
    session_id,
    ...changes
  }: Pick<Row<'receipt'>, 'attempt_id' | 'session_id' | 'responses_hash' | 'answered' | 'score_json'>,
): Promise<void> {
  await db
    .updateTable('receipt')
    .set(changes)
    .where('attempt_id', '=', attempt_id)
    .where('session_id', '=', session_id)
    .execute();
}
