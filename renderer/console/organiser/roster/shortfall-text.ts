import type { Shortfall } from '../../../../shared/domain/eligibility/eligibility.ts';
import type { Grade } from '../../../../shared/domain/eligibility/record.ts';
import { assertNever } from '../../../../shared/support/assert-never.ts';
import type { eligibilityWords } from './eligibility-words.ts';

export type EligibilityWords = (typeof eligibilityWords)['zh-CN'];

export const gradeText = (grade: Grade, words: EligibilityWords): string =>
  grade === 'pre_technician' ? words.preTechnician : (words.level[grade] ?? `${grade}`);

/** What is missing, and how much, in one sentence. */
export function shortfallText(shortfall: Shortfall, words: EligibilityWords): string {
  switch (shortfall.kind) {
    case 'work':
      return words.work(shortfall.years, words.span(shortfall.have.months, shortfall.have.days));
    case 'certificate':
      return words.certificate(gradeText(shortfall.grade, words));
    case 'work_after_certificate': {
      const have = words.span(shortfall.have.months, shortfall.have.days);
      return words.workAfterCertificate(gradeText(shortfall.grade, words), shortfall.years, have);
    }
    case 'education':
      return words.education[shortfall.miss](
        shortfall.asked.schools.map((school) => words.school[school]).join(words.or),
      );
    case 'apprenticeship':
      return words.apprenticeship;
    default:
      return assertNever(shortfall);
  }
}
