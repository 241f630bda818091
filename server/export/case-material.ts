import type { AttemptEvent } from '../../shared/contract/views.ts';
import { type CaseLink, type CaseReport, type CaseStanding, caseStanding } from '../../shared/domain/adjudication.ts';
import type { Queries } from '../sql/storage.ts';
import type { Db, Row } from '../sql/tables.ts';

/** A clip begins this long before what was reported and ends as long after it, ms. */
export const AROUND_MS = 10_000;

export interface CaseMaterial {
  caseId: string;
  candidate: { name: string; admissionNo: string };
  examination: string;
  session: string;
  report: CaseReport;
  standing: CaseStanding;
  links: readonly CaseLink[];
  findings: readonly AttemptEvent[];
  /** Recordings and stills of both cameras around the time of the report. */
  segments: readonly Row<'segment'>[];
  /** Ids of the pictures that go with its findings. */
  pictures: readonly string[];
}

/** Every case with what shows it, by admission number, and the chains they come from, by attempt. */
export async function caseMaterial(
  db: Db,
  all: Queries,
): Promise<{ cases: CaseMaterial[]; chains: Record<string, CaseLink[]> }> {
  const chains: Record<string, CaseLink[]> = {};
  for (const link of await all.allCaseLinks()) {
    const chain = chains[link.attemptId] ?? [];
    chains[link.attemptId] = [...chain, link];
  }
  const examinations = new Map((await all.listExaminations()).map(({ id, title }) => [id, title]));
  const sessions = new Map((await all.listSessions()).map(({ id, title }) => [id, title]));
  const cases: CaseMaterial[] = [];
  for (const [attemptId, chain] of Object.entries(chains)) {
    const [person] = await all.candidatesOfAttempts([attemptId]);
    const events = await all.eventsOf(attemptId);
    const known = await db
      .selectFrom('picture')
      .select('id')
      .where('attempt_id', '=', attemptId)
      .where('removed_at', 'is', null)
      .execute();
    const pictureIds = new Set(known.map(({ id }) => id));
    for (const caseId of new Set(chain.map((link) => link.caseId))) {
      const links = chain.filter((link) => link.caseId === caseId);
      const opened = links[0]?.step;
      if (!person || opened?.kind !== 'reported') continue;
      const { report } = opened;
      const findings = events.filter(({ id }) => report.findings.includes(id));
      const segments = await db
        .selectFrom('segment')
        .selectAll()
        .where('attempt_id', '=', attemptId)
        .where('started_at', '<=', report.until + AROUND_MS)
        .orderBy('camera')
        .orderBy('started_at')
        .execute();
      cases.push({
        ...{ caseId, report, links, findings, standing: caseStanding(links) },
        candidate: { name: person.name, admissionNo: person.admission_no },
        examination: examinations.get(person.examination_id) ?? '',
        session: sessions.get(report.sessionId) ?? '',
        segments: segments.filter(({ started_at, duration_ms }) => started_at + duration_ms >= report.from - AROUND_MS),
        pictures: findings
          .flatMap(({ detail }) => Object.values(detail).map(String))
          .filter((value) => pictureIds.has(value)),
      });
    }
  }
  cases.sort((left, right) =>
    left.candidate.admissionNo === right.candidate.admissionNo
      ? left.report.from - right.report.from
      : left.candidate.admissionNo < right.candidate.admissionNo
        ? -1
        : 1,
  );
  return { cases, chains };
}
