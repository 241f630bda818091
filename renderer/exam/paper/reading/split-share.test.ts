import { expect, it } from 'vitest';
import { shareAfterKey, shareWithin } from './split-share.ts';

it('follows the pointer, and leaves each side a fifth', () => {
  expect(shareWithin(300, 1000)).toBeCloseTo(0.3);
  expect(shareWithin(-50, 1000)).toBe(0.2);
  expect(shareWithin(2000, 1000)).toBe(0.8);
  expect(shareWithin(10, 0)).toBe(0.5);
});

it('moves by the arrow keys of its own direction', () => {
  expect(shareAfterKey(0.5, 'ArrowLeft', 'columns')).toBeCloseTo(0.45);
  expect(shareAfterKey(0.5, 'ArrowDown', 'rows')).toBeCloseTo(0.55);
  expect(shareAfterKey(0.5, 'ArrowDown', 'columns')).toBeNull();
  expect(shareAfterKey(0.79, 'ArrowRight', 'columns')).toBe(0.8);
  expect(shareAfterKey(0.5, 'Home', 'rows')).toBe(0.2);
  expect(shareAfterKey(0.5, 'End', 'rows')).toBe(0.8);
});
