import type { Step } from './schedule.ts';

/** Plays cost milliseconds each; a shorter schedule is not worth more of them than this. */
const MOST_PLAYS = 400;

/**
 * The schedule with every step left out that the fault does not need. A step that goes leaves its pause to the next one,
 * so that all others happen when they did.
 */
export async function shrink(
  steps: readonly Step[],
  fails: (steps: readonly Step[]) => Promise<boolean>,
): Promise<Step[]> {
  let kept = [...steps];
  let plays = 0;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < kept.length && plays < MOST_PLAYS; ) {
      const without = leaveOut(kept, from, size);
      plays += 1;
      if (await fails(without)) kept = without;
      else from += size;
    }
  }
  return kept;
}

function leaveOut(steps: readonly Step[], from: number, count: number): Step[] {
  const gone = steps.slice(from, from + count).reduce((sum, { after }) => sum + after, 0);
  const [next, ...rest] = steps.slice(from + count);
  return [...steps.slice(0, from), ...(next ? [{ ...next, after: next.after + gone }, ...rest] : [])];
}
