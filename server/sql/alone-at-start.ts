import { sql } from 'kysely';
import { isPostgres } from './postgres-engine.ts';
import type { Db } from './tables.ts';

/** Beside the lock that stands for the whole database. */
const START = '98230021997392';

/** Of the processes that start on one database one does this at a time, so that the second finds what the first has made. */
export async function aloneAtStart<Result>(db: Db, work: () => Promise<Result>): Promise<Result> {
  if (!isPostgres(db)) return work();
  return db.connection().execute(async (one) => {
    await sql`select pg_advisory_lock(${START})`.execute(one);
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${START})`.execute(one);
    }
  });
}
