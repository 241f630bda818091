import { expect, it } from 'vitest';
import { placeBeside } from './roving-focus.ts';

/** Two rows of three, then a list of two. */
const places = [
  ...[0, 50, 100].map((left) => ({ left, top: 0 })),
  ...[0, 50, 100].map((left) => ({ left, top: 40 })),
  { left: 0, top: 100 },
  { left: 0, top: 150 },
];

it.each([
  [1, 'ArrowDown', 4],
  [4, 'ArrowUp', 1],
  [5, 'ArrowDown', 6],
  [6, 'ArrowDown', 7],
  [6, 'ArrowUp', 3],
  [2, 'ArrowRight', 3],
  [0, 'ArrowLeft', 0],
  [7, 'ArrowRight', 7],
  [7, 'ArrowDown', 7],
  [1, 'ArrowUp', 1],
])('from %i with %s the focus goes to %i', (here, key, there) => {
  expect(placeBeside(places, here, key)).toBe(there);
});
