import { expect, it } from 'vitest';
import type { AssignmentsView } from '../../../shared/contract/assignment.ts';
import { mayBeGiven, unqualifiedOnDuty } from './unqualified.ts';

const proctor = (
  name: string,
  candidates: number,
  state: AssignmentsView['proctors'][number]['standing']['state'],
) => ({
  ...{ staffId: name, name, candidates, load: candidates, standing: { state, until: null } },
});
const view = (qualifiedOnly: boolean, assigned: boolean): AssignmentsView => ({
  qualifiedOnly,
  proctors: [
    proctor('good', assigned ? 1 : 0, 'qualified'),
    proctor('over', assigned ? 1 : 0, 'expired'),
    proctor('short', 0, 'ends_too_soon'),
  ],
  candidates: ['a', 'b'].map((candidateId, at) => ({
    ...{ candidateId, admissionNo: candidateId, name: candidateId },
    staffId: assigned ? (['good', 'over'][at] ?? null) : null,
  })),
  changes: [],
});
const names = (given: AssignmentsView) => unqualifiedOnDuty(given).map(({ name }) => name);

it('[QUA-1] whoever watches without a valid pass is named, and nobody else', () => {
  expect(names(view(true, true))).toEqual(['over']);
  expect(names(view(true, false))).toEqual([]);
});

it('[QUA-1] where no pass is asked for everybody may be given candidates, and nobody is named', () => {
  expect(names(view(false, true))).toEqual([]);
  expect(view(false, true).proctors.every((each) => mayBeGiven(view(false, true), each))).toBe(true);
  expect(view(true, true).proctors.map((each) => mayBeGiven(view(true, true), each))).toEqual([true, false, false]);
});
