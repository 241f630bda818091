import { expect, it } from 'vitest';
import { timeWarning } from './time-warning.ts';

const MINUTE = 60_000;

it.each([
  [90 * MINUTE, null],
  [15 * MINUTE + 1, null],
  [15 * MINUTE, 15],
  [5 * MINUTE + 1, 15],
  [5 * MINUTE, 5],
  [MINUTE, 1],
  [1, 1],
  [0, null],
])('with %i ms left the warning is of %s minutes', (left, minutes) => {
  expect(timeWarning(left)).toBe(minutes);
});
