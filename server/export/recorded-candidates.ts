import { BackupError } from '../backup/backup-error.ts';
import type { Storage } from '../sql/storage.ts';
import type { Db, Row } from '../sql/tables.ts';
import { type EvidenceList, evidenceLists } from './evidence-lists.ts';

/** Whose recordings are handed over whole. */
export interface RecordedCandidate {
  evidence: EvidenceList;
  /** What is listed as recorded, by camera and time. */
  rows: readonly Row<'segment'>[];
}

async function attemptsOf(db: Db, admissionNos: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('attempt')
    .innerJoin('candidate', 'candidate.id', 'attempt.candidate_id')
    .select(['attempt.id', 'candidate.admission_no'])
    .where('candidate.admission_no', 'in', [...admissionNos])
    .execute();
  const known = new Set(rows.map((row) => row.admission_no));
  const unknown = admissionNos.filter((number) => !known.has(number));
  if (unknown.length > 0) throw new BackupError(`nobody signed in with the admission number ${unknown.join(', ')}`);
  return rows.map(({ id }) => id);
}

/** Whoever has a case, and whoever else was asked for by admission number. Throws `BackupError` where there is none. */
export async function recordedCandidates(
  db: Db,
  store: Storage,
  withCase: readonly string[],
  also: readonly string[],
): Promise<RecordedCandidate[]> {
  const asked = also.length > 0 ? await attemptsOf(db, also) : [];
  const candidates: RecordedCandidate[] = [];
  for (const evidence of await evidenceLists(store, [...new Set([...withCase, ...asked])])) {
    const { attemptId, cameras } = evidence.manifest;
    const recordings = cameras.flatMap(({ segments }) => segments).filter(({ kind }) => kind === 'recording');
    const listed = new Set(recordings.map(({ id }) => id));
    // What arrived since the list was made is not in it, and so not in the recordings either.
    candidates.push({ evidence, rows: (await store.segmentRowsOf(attemptId)).filter(({ id }) => listed.has(id)) });
  }
  return candidates;
}
