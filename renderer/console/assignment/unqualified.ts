import type { AssignmentsView } from '../../../shared/contract/assignment.ts';

type Proctor = AssignmentsView['proctors'][number];

/** Whether this proctor may be given candidates of the examination (QUA-1). */
export const mayBeGiven = ({ qualifiedOnly }: AssignmentsView, { standing }: Proctor): boolean =>
  !qualifiedOnly || standing.state === 'qualified';

/** Who has candidates of the examination and would be given none now. */
export const unqualifiedOnDuty = (view: AssignmentsView): Proctor[] =>
  view.proctors.filter((proctor) => proctor.candidates > 0 && !mayBeGiven(view, proctor));
