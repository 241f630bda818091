import { describe, expect, it } from 'vitest';
import { LEVELS, OCCUPATIONS } from '../occupation.ts';
import { seededRandom, shuffled } from '../seeded-random.ts';
import { ANNEX_7 } from './annex-7.ts';
import { CLAUSE_CASES, holds, job, ON, record, studied } from './clause-cases.fixture.ts';
import { eligibility } from './eligibility.ts';
import type { ApplicantRecord } from './record.ts';

describe.each(OCCUPATIONS)('annex 7, %s', (of) => {
  it.each(CLAUSE_CASES.filter(({ occupation }) => occupation === of))(
    'level $level, clause $clause: $title',
    ({ occupation, level, clause, record: given, missing }) => {
      const { met, clauses } = eligibility(given, occupation, level, ON);
      const answer = clauses.find((each) => each.clause.number === clause);
      expect(answer?.missing.map(({ kind }) => kind)).toEqual(missing);
      expect(met).toBe(clauses.find((each) => each.missing.length === 0)?.clause ?? null);
      if (missing.length === 0) expect(met).not.toBeNull();
    },
  );
});

it('has every clause of annex 7 tried met and just missed', () => {
  const tried = (met: boolean) =>
    new Set(
      CLAUSE_CASES.filter(({ missing }) => (missing.length === 0) === met).map(
        ({ occupation, level, clause }) => `${occupation} ${level} ${clause}`,
      ),
    );
  const written = OCCUPATIONS.flatMap((occupation) =>
    LEVELS.flatMap((level) =>
      (ANNEX_7[occupation].levels[level] ?? []).map(({ number }) => `${occupation} ${level} ${number}`),
    ),
  );
  expect(written).toHaveLength(33);
  for (const met of [true, false]) expect([...tried(met)].sort()).toEqual([...written].sort());
});

it('answers what is missing, and how much', () => {
  const given = record({ work: [job('管理咨询', '2017-01-01')] });
  const [first] = eligibility(given, 'hrm', 4, ON).clauses;
  expect(first?.missing).toEqual([{ kind: 'work', years: 4, have: { months: 44, days: 10 } }]);
});

it.each([
  ['another school', [studied('bachelor', '法学')], 'school'],
  ['the right school too early', [studied('technical_school', '行政管理', 'enrolled')], 'standing'],
  ['a school not assessed', [studied('secondary_vocational', '行政管理')], 'assessment'],
  ['another major', [studied('technical_school', '法学')], 'major'],
  ['several, of which the nearest counts', [studied('bachelor', '法学'), studied('technical_school', '法学')], 'major'],
  ['none at all', [], 'school'],
])('names why the education does not serve: %s', (_, education, miss) => {
  const answers = eligibility(record({ education }), 'hrm', 4, ON).clauses;
  const misses = answers.flatMap(({ missing }) => missing.map((each) => (each.kind === 'education' ? each.miss : '')));
  expect(misses).toContain(miss);
});

it('believes a statement only where the list of the notice ends in 等', () => {
  const stated = (occupation: string) => record({ work: [{ ...job(occupation, '2000-01-01'), statedRelated: true }] });
  expect(eligibility(stated('招聘专员'), 'hrm', 4, ON).met?.number).toBe(1);
  expect(eligibility(stated('月嫂'), 'infant', 5, ON).met).toBeNull();
});

it('reads names as they are typed', () => {
  const given = record({ education: [studied('master', ' 劳动与社会保障 专业')] });
  expect(eligibility(given, 'labour', 3, ON).met?.number).toBe(5);
});

it('offers no level the notice does not name', () => {
  expect(eligibility(record({}), 'labour', 4, ON)).toEqual({ met: null, clauses: [] });
  expect(eligibility(record({}), 'infant', 2, ON).clauses).toEqual([]);
});

describe('of any record', () => {
  const random = seededRandom('eligibility');
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value;
  const date = () =>
    `${2005 + Math.floor(random() * 16)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`;
  const names = ['育婴员', '保育员', '社会工作', '管理咨询', '企业人力资源管理师', '劳动关系协调员', '厨师'];
  const majors = ['法学', '学前教育', '护理学', '行政管理', '烹饪'];
  const some = <Value>(make: () => Value): Value[] => Array.from({ length: Math.floor(random() * 3) }, make);
  const anyRecord = (): ApplicantRecord => ({
    work: some(() => {
      const [from, to] = [date(), date()].sort() as [string, string];
      return { occupation: pick(names), from, to: pick([to, null]), statedRelated: pick([true, false]) };
    }),
    certificates: some(() => holds(pick(names), pick([5, 4, 3, 2, 'pre_technician'] as const), date())),
    education: some(() =>
      studied(
        pick(['technical_school', 'technician_college', 'bachelor', 'doctor'] as const),
        pick(majors),
        pick(['graduated', 'final_year'] as const),
      ),
    ),
    apprenticeships: some(() => pick(names)),
  });
  const both = (left: ApplicantRecord, right: ApplicantRecord): ApplicantRecord => ({
    work: [...left.work, ...right.work],
    certificates: [...left.certificates, ...right.certificates],
    education: [...left.education, ...right.education],
    apprenticeships: [...left.apprenticeships, ...right.apprenticeships],
  });
  const everyLevel = (given: ApplicantRecord, on = ON) =>
    OCCUPATIONS.flatMap((occupation) => LEVELS.map((level) => eligibility(given, occupation, level, on)));
  const tries = Array.from({ length: 300 }, () => [anyRecord(), anyRecord()] as const);

  it('having more never makes a clause unmet', () => {
    for (const [less, more] of tries) {
      const before = everyLevel(less);
      const after = everyLevel(both(less, more));
      for (const [at, { clauses }] of before.entries()) {
        for (const [place, { missing }] of clauses.entries()) {
          if (missing.length === 0) expect(after[at]?.clauses[place]?.missing).toEqual([]);
        }
      }
    }
  });

  it('the order of its rows changes nothing', () => {
    for (const [left, right] of tries) {
      const given = both(left, right);
      const mixed = {
        ...given,
        work: shuffled(given.work, random),
        certificates: shuffled(given.certificates, random),
      };
      expect(everyLevel(mixed)).toEqual(everyLevel(given));
    }
  });

  it('waiting never makes a clause unmet', () => {
    for (const [given] of tries) {
      const met = (on: string) =>
        everyLevel(given, on).map((each) => each.clauses.map(({ missing }) => missing.length === 0));
      const later = met('2023-01-01').flat();
      for (const [at, now] of met('2019-01-01').flat().entries()) if (now) expect(later[at]).toBe(true);
    }
  });

  it('the clause that is met is the first that lacks nothing', () => {
    for (const [given] of tries) {
      for (const { met, clauses } of everyLevel(given)) {
        expect(met).toBe(clauses.find(({ missing }) => missing.length === 0)?.clause ?? null);
      }
    }
  });
});
