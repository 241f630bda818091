import { roundPoints } from './scoring.ts';

/** One marker's points for one response. */
export interface Mark {
  markerId: string;
  points: number;
}

/** `open`: that many more markers are needed. `settled`: the points that count. */
export type Settlement = { state: 'open'; needed: number } | { state: 'settled'; points: number };

/**
 * What the marks of one response come to. Two markers read it without knowing of each other; their mean counts when
 * they are at most `limit` points apart, else a third reads it and the mean of the two closest counts (of two equally
 * close pairs the higher, in the candidate's favour).
 *
 * @param marks in the order they were given, one a marker
 * @param limit points
 */
export function settleMarks(marks: readonly Mark[], limit: number): Settlement {
  const [first, second, third] = marks.map(({ points }) => points);
  if (first === undefined) return { state: 'open', needed: 2 };
  if (second === undefined) return { state: 'open', needed: 1 };
  const settled = (left: number, right: number): Settlement => ({
    state: 'settled',
    points: roundPoints((left + right) / 2),
  });
  if (Math.abs(first - second) <= limit + 1e-9) return settled(first, second);
  if (third === undefined) return { state: 'open', needed: 1 };
  const [low = 0, middle = 0, high = 0] = [first, second, third].sort((left, right) => left - right);
  return high - middle <= middle - low ? settled(middle, high) : settled(low, middle);
}
