import type { Db, Row } from './tables.ts';

/** The key pair that is handed out now, and of which answer files are made. */
export function newestCentreKey(db: Db): Promise<Row<'centre_key'> | undefined> {
  return db.selectFrom('centre_key').selectAll().orderBy('made_at', 'desc').executeTakeFirst();
}

export async function insertCentreKey(db: Db, key: Row<'centre_key'>): Promise<void> {
  await db.insertInto('centre_key').values(key).execute();
}
