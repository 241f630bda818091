import type { ApplicantView } from '../../../../shared/contract/roster.ts';
import type { Examination } from '../../../../shared/contract/views.ts';
import { type Eligibility, eligibility } from '../../../../shared/domain/eligibility/eligibility.ts';
import { levelNamed, occupationNamed } from '../../../../shared/domain/occupation.ts';

/** The same question the server asks before it takes a declaration; no clauses for what annex 7 does not have. */
export function eligibilityOf(applicant: ApplicantView, examination: Examination | undefined, on: string): Eligibility {
  const occupation = examination ? occupationNamed(examination.occupation) : null;
  const level = examination ? levelNamed(examination.level) : null;
  if (!occupation || !level) return { met: null, clauses: [] };
  return eligibility(applicant.record, occupation, level, on);
}

/** An examination as one names it: 育婴员 五级. */
export const examinationName = (examination: Examination | undefined, id: string): string =>
  examination ? `${examination.occupation} ${examination.level}` : id;
