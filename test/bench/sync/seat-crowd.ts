import { randomBytes } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { hashToken, newId, newToken } from '../../../server/services/ids.ts';
import { insertAttempt, insertEpoch } from '../../../server/sql/attempts.ts';
import { openDatabase } from '../../../server/sql/database.ts';
import type { Db, Tables } from '../../../server/sql/tables.ts';
import { insertToken } from '../../../server/sql/tokens.ts';
import type { HomeSeat } from './crowd-orders.ts';

/** A database on which a server works already. */
async function openBeside(database: string): Promise<Db> {
  if (!database.startsWith('postgresql://')) return openDatabase({ file: database });
  const pool = new pg.Pool({ connectionString: database, max: 1 });
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/**
 * Signs every candidate of the roster in by writing what a sign-in writes: five thousand real ones would be half an hour of
 * faces and device checks, and none of that is measured here. The tokens are real, the server asks its database for them.
 * `database`: the file, or the URL of a PostgreSQL database.
 */
export async function seatCrowd(database: string): Promise<HomeSeat[]> {
  const db = await openBeside(database);
  const random = { bytes: randomBytes };
  try {
    const candidates = await db.selectFrom('candidate').select(['id', 'examination_id']).execute();
    return await db.transaction().execute(async (all) => {
      const seats: HomeSeat[] = [];
      for (const { id, examination_id } of candidates) {
        const [attemptId, now] = [newId(random), Date.now()];
        const [token, phoneToken] = [newToken(random), newToken(random)];
        await insertAttempt(all, {
          ...{ id: attemptId, candidate_id: id, examination_id, seed: '0', epoch: 1, consent_at: now, online: 0 },
          ...{ key_base64: randomBytes(32).toString('base64'), identity: 'verified', identity_failures: 0 },
          ...{
            stage: 'answering',
            offline_since: null,
            phone: 'none',
            phone_lost_since: null,
            phone_cause: null,
            hand_raised_at: null,
            violations: 0,
          },
        });
        const epoch = { attempt_id: attemptId, epoch: 1 };
        await insertEpoch(all, {
          ...{ ...epoch, computer_id: id, platform: 'bench', opened_at: now, fenced_at: null, cursor: 0 },
        });
        await insertToken(all, { ...epoch, hash: hashToken(token), kind: 'candidate', made_at: now });
        await insertToken(all, { ...epoch, hash: hashToken(phoneToken), kind: 'phone', made_at: now });
        seats.push({ attemptId, token, phoneToken });
      }
      return seats;
    });
  } finally {
    // Not `closeDatabase`: the server has the file open, and its log is its own to empty.
    await db.destroy();
  }
}
