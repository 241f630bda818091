/** The words in which annex 7's conditions are written here: a small closed algebra over an applicant's record. */
import type { Assessment, Grade, School, Standing } from './record.ts';

export type Condition =
  /** 累计从事本职业或相关职业工作 N 年(含)以上. */
  | { kind: 'work'; years: number }
  /** 取得本职业或相关职业…证书, and N years of such work after it (0: holding it is enough). */
  | { kind: 'certificate'; grade: Grade; yearsAfter: number }
  | EducationCondition
  /** 本职业或相关职业学徒期满. */
  | { kind: 'apprenticeship' }
  | { kind: 'all'; of: readonly Condition[] }
  | { kind: 'any'; of: readonly Condition[] };

export interface EducationCondition {
  kind: 'education';
  schools: readonly School[];
  /** `own_or_related`: 本专业或相关专业. `any` where the notice names no major. */
  major: 'own_or_related' | 'any';
  standings: readonly Standing[];
  /** 经评估论证、以…技能为培养目标; null where the notice asks for none. */
  assessedFor: Assessment | null;
}

/** One numbered condition of annex 7: the notice's words, the same in English, and what they ask for. */
export interface Clause {
  /** As the notice counts, `1` for (1); null where a level has a single, unnumbered condition. */
  number: number | null;
  zh: string;
  en: string;
  condition: Condition;
}

export const work = (years: number): Condition => ({ kind: 'work', years });
export const certificate = (grade: Grade, yearsAfter = 0): Condition => ({ kind: 'certificate', grade, yearsAfter });
export const all = (...of: Condition[]): Condition => ({ kind: 'all', of });
export const any = (...of: Condition[]): Condition => ({ kind: 'any', of });

/** 毕业证书(含尚未取得毕业证书的在校应届毕业生). */
export const GRADUATE_OR_FINAL_YEAR: readonly Standing[] = ['graduated', 'final_year'];

export const education = (
  schools: readonly School[],
  asked: Partial<Pick<EducationCondition, 'major' | 'standings' | 'assessedFor'>> = {},
): Condition => ({
  kind: 'education',
  schools,
  major: 'own_or_related',
  standings: ['graduated'],
  assessedFor: null,
  ...asked,
});

/** 中等及以上职业学校. */
export const VOCATIONAL: readonly School[] = [
  'technical_school',
  'secondary_vocational',
  'advanced_technical_school',
  'technician_college',
  'higher_vocational',
];
/** 大学专科: a 高等职业学校 gives the same diploma. */
export const JUNIOR_COLLEGE: readonly School[] = ['higher_vocational', 'junior_college'];
/** 高等院校. */
export const HIGHER_EDUCATION: readonly School[] = [...JUNIOR_COLLEGE, 'bachelor', 'master', 'doctor'];
