import { sql } from 'kysely';
import type { Camera } from '../../shared/contract/views.ts';
import type { FactLink } from '../../shared/domain/camera-fact.ts';
import { canonicalJson } from '../../shared/support/canonical-json.ts';
import { givenRows } from './given-rows.ts';
import type { Db, Row } from './tables.ts';

const linkOf = ({ attempt_id, fact_json, kind, ...row }: Row<'camera_fact'>): FactLink => ({
  ...{ attemptId: attempt_id, ...row, fact: JSON.parse(fact_json) },
});

const LINK_COLUMNS = {
  attempt_id: 'text',
  camera: 'text',
  seq: 'integer',
  at: 'integer',
  kind: 'text',
  fact_json: 'text',
  prev: 'text',
  hash: 'text',
} as const;

export async function insertFactLinks(db: Db, links: readonly FactLink[]): Promise<void> {
  const rows = links.map(({ attemptId, fact, ...link }) => ({
    ...{ attempt_id: attemptId, ...link, kind: fact.kind, fact_json: canonicalJson(fact) },
  }));
  const columns = sql.join(Object.keys(LINK_COLUMNS).map((name) => sql.ref(name)));
  await sql`insert into camera_fact (${columns}) ${givenRows(db, LINK_COLUMNS, rows)}`.execute(db);
}

/** One of the cameras of an attempt, which has a chain of its own. */
export interface CameraOf {
  attemptId: string;
  camera: Camera;
}

type LastLink = Pick<Row<'camera_fact'>, 'attempt_id' | 'camera' | 'seq' | 'hash' | 'at'>;

/** The latest link of each camera's chain; none of a camera of which nothing was ever learnt. */
export async function lastFactLinks(db: Db, cameras: readonly CameraOf[]): Promise<LastLink[]> {
  const wanted = givenRows(
    db,
    { attempt_id: 'text', camera: 'text' },
    cameras.map(({ attemptId, camera }) => ({ attempt_id: attemptId, camera })),
  );
  const found = await sql<LastLink>`
    select link.attempt_id, link.camera, link.seq, link.hash, link.at
    from (${wanted}) as wanted
    join camera_fact as link on link.attempt_id = wanted.attempt_id and link.camera = wanted.camera
    where link.seq = (select max(seq) from camera_fact as later
      where later.attempt_id = wanted.attempt_id and later.camera = wanted.camera)`.execute(db);
  return found.rows;
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
export async function camerasPresent(db: Db): Promise<CameraOf[]> {
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
