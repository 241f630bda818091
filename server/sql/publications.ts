import type { PublicationLink } from '../../shared/domain/publication.ts';
import { canonicalJson } from '../../shared/support/canonical-json.ts';
import type { Db, Row } from './tables.ts';

/** Four values a row, and a statement has room for 32,766 (SQLite). */
const ROWS_AT_ONCE = 1_000;

const linkOf = ({ examination_id, by_json, visible_from, open_cases, results_sha256, ...row }: Row<'publication'>) => ({
  ...{ examinationId: examination_id, by: JSON.parse(by_json) as PublicationLink['by'], visibleFrom: visible_from },
  ...{ openCases: open_cases, resultsSha256: results_sha256, ...row },
});

export async function insertPublication(db: Db, link: PublicationLink): Promise<void> {
  const { examinationId, by, visibleFrom, openCases, resultsSha256, ...rest } = link;
  await db
    .insertInto('publication')
    .values({
      ...{ examination_id: examinationId, by_json: canonicalJson(by), visible_from: visibleFrom },
      ...{ open_cases: openCases, results_sha256: resultsSha256, ...rest },
    })
    .execute();
}

/** The publications of an examination, oldest first. */
export async function publicationsOf(db: Db, examinationId: string): Promise<PublicationLink[]> {
  const rows = await db
    .selectFrom('publication')
    .selectAll()
    .where('examination_id', '=', examinationId)
    .orderBy('seq')
    .execute();
  return rows.map(linkOf);
}

export async function insertPublishedResults(db: Db, rows: readonly Row<'published_result'>[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await db
      .insertInto('published_result')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute();
  }
}

/** What one publication says of everybody. */
export function publishedResults(db: Db, { examinationId, seq }: Pick<PublicationLink, 'examinationId' | 'seq'>) {
  return db
    .selectFrom('published_result')
    .select(['candidate_id', 'result_json'])
    .where('examination_id', '=', examinationId)
    .where('seq', '=', seq)
    .execute();
}

/** What one publication says of one candidate, as canonical JSON; undefined for who was no candidate then. */
export async function publishedResultOf(
  db: Db,
  { examinationId, seq }: Pick<PublicationLink, 'examinationId' | 'seq'>,
  candidateId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('published_result')
    .select('result_json')
    .where('examination_id', '=', examinationId)
    .where('seq', '=', seq)
    .where('candidate_id', '=', candidateId)
    .executeTakeFirst();
  return row?.result_json;
}
