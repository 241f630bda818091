import type { Examination } from '../../../shared/contract/views.ts';
import { eligibility } from '../../../shared/domain/eligibility/eligibility.ts';
import type { ApplicantRecord } from '../../../shared/domain/eligibility/record.ts';
import { levelNamed, occupationNamed } from '../../../shared/domain/occupation.ts';

/** Whether a record meets a clause of annex 7 for this examination; never for an occupation annex 7 does not know. */
export function isEligible(record: ApplicantRecord, { occupation, level }: Examination, on: string): boolean {
  const [known, grade] = [occupationNamed(occupation), levelNamed(level)];
  return known !== null && grade !== null && eligibility(record, known, grade, on).met !== null;
}
