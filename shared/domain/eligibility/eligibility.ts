import { assertNever } from '../../support/assert-never.ts';
import type { Level, Occupation } from '../occupation.ts';
import { ANNEX_7 } from './annex-7.ts';
import type { Clause, Condition, EducationCondition } from './condition.ts';
import type { ApplicantRecord, Education, Grade, HeldCertificate } from './record.ts';
import { countsAsRelated, type OccupationLists } from './related.ts';
import { type Span, workedTime } from './worked-time.ts';

/** Why no education of the record serves: the nearest miss counts, from near to far. */
export const EDUCATION_MISSES = ['major', 'assessment', 'standing', 'school'] as const;
export type EducationMiss = (typeof EDUCATION_MISSES)[number];

/** What a record lacks for a condition. */
export type Shortfall =
  | { kind: 'work'; years: number; have: Span }
  | { kind: 'certificate'; grade: Grade }
  | { kind: 'work_after_certificate'; grade: Grade; years: number; have: Span }
  | { kind: 'education'; asked: EducationCondition; miss: EducationMiss }
  | { kind: 'apprenticeship' };

export interface ClauseAnswer {
  clause: Clause;
  /** Empty when the clause is met. Of alternatives, what is missing for the nearest. */
  missing: Shortfall[];
}

export interface Eligibility {
  /** The first clause that is met. */
  met: Clause | null;
  clauses: ClauseAnswer[];
}

/** What a condition is tested against: a record, seen from one occupation, on one day. */
interface View {
  record: ApplicantRecord;
  lists: OccupationLists;
  on: string;
}

const reaches = (have: Span, years: number): boolean => have.months >= years * 12;

function workSince({ record, lists, on }: View, since: string | null): Span {
  const counted = record.work.filter(({ occupation, statedRelated }) =>
    countsAsRelated(occupation, statedRelated, [lists.own], lists.work),
  );
  return workedTime(counted, since, on);
}

function certificatesOf({ record, lists, on }: View, grade: Grade): HeldCertificate[] {
  return record.certificates.filter(
    (held) =>
      held.grade === grade &&
      held.issuedOn <= on &&
      countsAsRelated(held.occupation, held.statedRelated, [lists.own], lists.certificates),
  );
}

function afterCertificate(view: View, grade: Grade, years: number): Shortfall[] {
  // The oldest leaves the most time after it.
  const [oldest] = certificatesOf(view, grade)
    .map(({ issuedOn }) => issuedOn)
    .sort();
  if (oldest === undefined) return [{ kind: 'certificate', grade }];
  if (years === 0) return [];
  const have = workSince(view, oldest);
  return reaches(have, years) ? [] : [{ kind: 'work_after_certificate', grade, years, have }];
}

function educationMiss(asked: EducationCondition, lists: OccupationLists, held: Education): EducationMiss | null {
  if (!asked.schools.includes(held.school)) return 'school';
  if (!asked.standings.includes(held.standing)) return 'standing';
  if (asked.assessedFor !== null && held.assessedFor !== asked.assessedFor) return 'assessment';
  const related = countsAsRelated(held.major, held.statedRelated, lists.ownMajors, lists.relatedMajors(held.school));
  return asked.major === 'own_or_related' && !related ? 'major' : null;
}

function educationShortfall(asked: EducationCondition, { record, lists }: View): Shortfall[] {
  const misses = record.education.map((held) => educationMiss(asked, lists, held));
  if (misses.includes(null)) return [];
  const miss = EDUCATION_MISSES.find((each) => misses.includes(each)) ?? 'school';
  return [{ kind: 'education', asked, miss }];
}

/** How far off a record is: what it lacks by count, then by how nearly an education serves. */
const distance = (lacks: readonly Shortfall[]): number =>
  lacks.reduce((sum, each) => sum + (each.kind === 'education' ? 1 + EDUCATION_MISSES.indexOf(each.miss) / 10 : 1), 0);

function missing(condition: Condition, view: View): Shortfall[] {
  switch (condition.kind) {
    case 'work': {
      const have = workSince(view, null);
      return reaches(have, condition.years) ? [] : [{ kind: 'work', years: condition.years, have }];
    }
    case 'certificate':
      return afterCertificate(view, condition.grade, condition.yearsAfter);
    case 'education':
      return educationShortfall(condition, view);
    case 'apprenticeship': {
      const { record, lists } = view;
      const served = record.apprenticeships.some((name) => countsAsRelated(name, false, [lists.own], lists.work));
      return served ? [] : [{ kind: 'apprenticeship' }];
    }
    case 'all':
      return condition.of.flatMap((each) => missing(each, view));
    case 'any':
      return condition.of
        .map((each) => missing(each, view))
        .reduce((nearest, each) => (distance(each) < distance(nearest) ? each : nearest));
    default:
      return assertNever(condition);
  }
}

/**
 * Tests a record against annex 7's clauses for this occupation and level. No clauses at all: the notice does not offer
 * the level.
 *
 * @param on the day up to which time is counted, `YYYY-MM-DD`
 */
export function eligibility(record: ApplicantRecord, occupation: Occupation, level: Level, on: string): Eligibility {
  const { lists, levels } = ANNEX_7[occupation];
  const clauses = (levels[level] ?? []).map((clause) => ({
    clause,
    missing: missing(clause.condition, { record, lists, on }),
  }));
  return { met: clauses.find((each) => each.missing.length === 0)?.clause ?? null, clauses };
}
