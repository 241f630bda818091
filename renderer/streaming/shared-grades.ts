import type { ViewGrade } from '../../shared/contract/views.ts';

/**
 * What each of a camera's viewers gets of what they want, so that a second one costs the candidate at most one more small
 * stream: only the last to raise the picture has it raised, until they let it go. `wanted` in the order it was asked for,
 * the newest last.
 */
export function sharedGrades(wanted: readonly ViewGrade[]): ViewGrade[] {
  const raised = wanted.lastIndexOf('raised');
  return wanted.map((grade, index) => (grade === 'raised' && index !== raised ? 'wall' : grade));
}
