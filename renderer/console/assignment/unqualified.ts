import type { AssignmentsView } from '../../../shared/contract/assignment.ts';

type Proctor = AssignmentsView['proctors'][number];

/** Whether this proctor may be given candidates of the examination (QUA-1). */
export const mayBeGiven = ({ qualifiedOnly }: AssignmentsView, { standing }: Proctor): boolean =>
  !qualifiedOnly || standing.state === 'qualified';

/** Who watches candidates of the examination and would be given none now: all proctors watch while nobody is assigned (ASG-1). */
export function unqualifiedOnDuty(view: AssignmentsView): Proctor[] {
  const { candidates, proctors } = view;
  const assigned = candidates.some(({ staffId }) => staffId !== null);
  return proctors.filter(
    (proctor) => (assigned ? proctor.candidates > 0 : candidates.length > 0) && !mayBeGiven(view, proctor),
  );
}
