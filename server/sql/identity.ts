import type { Insertable } from 'kysely';
import type { IdentityCheck } from '../../shared/contract/views.ts';
import type { Db, Row, Tables } from './tables.ts';

export async function insertPicture(db: Db, picture: Insertable<Tables['picture']>): Promise<void> {
  await db.insertInto('picture').values(picture).execute();
}

export async function pictureExists(db: Db, id: string): Promise<boolean> {
  const picture = await db.selectFrom('picture').select('removed_at').where('id', '=', id).executeTakeFirst();
  return picture !== undefined && picture.removed_at === null;
}

export async function insertIdentityCheck(db: Db, check: Insertable<Tables['identity_check']>): Promise<void> {
  await db.insertInto('identity_check').values(check).execute();
}

export function latestIdentityCheck(db: Db, attemptId: string): Promise<Row<'identity_check'> | undefined> {
  return db
    .selectFrom('identity_check')
    .selectAll()
    .where('attempt_id', '=', attemptId)
    .orderBy('position', 'desc')
    .executeTakeFirst();
}

/** Decisions are only ever added; a later one supersedes an earlier (EVI-2). */
export async function insertIdentityDecision(db: Db, decision: Insertable<Tables['identity_decision']>): Promise<void> {
  await db.insertInto('identity_decision').values(decision).execute();
}

/** Every check of the attempt, oldest first, each with its latest decision. */
export async function identityChecksOf(db: Db, attemptId: string): Promise<IdentityCheck[]> {
  const checks = await db
    .selectFrom('identity_check')
    .selectAll()
    .where('attempt_id', '=', attemptId)
    .orderBy('position')
    .execute();
  const decisions = await db
    .selectFrom('identity_decision')
    .selectAll()
    .where('attempt_id', '=', attemptId)
    .orderBy('position')
    .execute();
  return checks.map((row) => {
    const decided = decisions.filter(({ check_id }) => check_id === row.id).at(-1);
    return {
      id: row.id,
      at: row.at,
      kind: row.kind,
      similarity: row.similarity,
      livenessPassed: row.liveness_passed === 1,
      verdict: row.verdict,
      livePictureId: row.live_picture_id,
      registeredPictureId: row.registered_picture_id,
      decision: decided?.decision ?? null,
      decidedBy: decided?.staff_name ?? null,
    };
  });
}
