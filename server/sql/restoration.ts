import type { Db } from './tables.ts';

/** The database is what it was at some earlier time: see `wasRestoredSince`. */
export async function recordRestoration(db: Db, at: number): Promise<void> {
  await db.insertInto('restoration').values({ at }).execute();
}

/** Whether the database went back in time after this moment, so that what was given out since is not in it. */
export async function wasRestoredSince(db: Db, at: number): Promise<boolean> {
  return (await db.selectFrom('restoration').select('at').where('at', '>=', at).executeTakeFirst()) !== undefined;
}
