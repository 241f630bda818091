import { sql } from 'kysely';
import type { Camera } from '../../shared/contract/views.ts';
import type { FactLink } from '../../shared/domain/camera-fact.ts';
import { canonicalJson } from '../../shared/support/canonical-json.ts';
import type { Db, Row } from './tables.ts';

const linkOf = ({ attempt_id, fact_json, kind, ...row }: Row<'camera_fact'>): FactLink => ({
  ...{ attemptId: attempt_id, ...row, fact: JSON.parse(fact_json) },
});

export async function insertFactLink(db: Db, { attemptId, fact, ...link }: FactLink): Promise<void> {
  await db
    .insertInto('camera_fact')
    .values({ attempt_id: attemptId, ...link, kind: fact.kind, fact_json: canonicalJson(fact) })
    .execute();
}

/** The latest link of one camera's chain. */
export function lastFactLink(db: Db, attemptId: string, camera: Camera) {
  return db
    .selectFrom('camera_fact')
    .select(['seq', 'hash', 'at'])
    .where('attempt_id', '=', attemptId)
    .where('camera', '=', camera)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The chain of one camera, from its first link on. */
export async function factLinksOf(db: Db, attemptId: string, camera: Camera): Promise<FactLink[]> {
  const rows = await db
    .selectFrom('camera_fact')
    .selectAll()
    .where('attempt_id', '=', attemptId)
    .where('camera', '=', camera)
    .orderBy('seq')
    .execute();
  return rows.map(linkOf);
}

/** When anything was last learnt about any camera; null when nothing ever was. */
export async function lastFactAt(db: Db): Promise<number | null> {
  const { at } = await db
    .selectFrom('camera_fact')
    .select(({ fn }) => fn.max<number | null>('at').as('at'))
    .executeTakeFirstOrThrow();
  return at;
}

/** The cameras that came and have not gone since. */
export async function camerasPresent(db: Db): Promise<{ attemptId: string; camera: Camera }[]> {
  const moves = db
    .selectFrom('camera_fact')
    .select(['attempt_id', 'camera', sql<number>`max(seq)`.as('seq')])
    .where('kind', 'in', ['came', 'went'])
    .groupBy(['attempt_id', 'camera']);
  const rows = await db
    .selectFrom('camera_fact')
    .innerJoin(moves.as('latest'), (join) =>
      join
        .onRef('latest.attempt_id', '=', 'camera_fact.attempt_id')
        .onRef('latest.camera', '=', 'camera_fact.camera')
        .onRef('latest.seq', '=', 'camera_fact.seq'),
    )
    .select(['camera_fact.attempt_id', 'camera_fact.camera'])
    .where('camera_fact.kind', '=', 'came')
    .execute();
  return rows.map(({ attempt_id: attemptId, camera }) => ({ attemptId, camera }));
}
