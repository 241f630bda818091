import { expect, it } from 'vitest';
import { typedPoints } from './typed-points.ts';

it.each([
  ['', 'empty'],
  ['  ', 'empty'],
  ['0', 0],
  ['3', 3],
  ['2.5', 2.5],
  ['.5', 0.5],
  ['2.', 2],
  ['２．５', 2.5],
  ['2。5', 2.5],
  ['3.5', 'wrong'],
  ['2.25', 'wrong'],
  ['-1', 'wrong'],
  ['1e0', 'wrong'],
  ['1.0.5', 'wrong'],
  ['两分', 'wrong'],
] as const)('points typed as "%s" are %s, of three', (typed, points) => {
  expect(typedPoints(typed, 3)).toBe(points);
});
