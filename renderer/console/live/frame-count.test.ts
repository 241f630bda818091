import { expect, it } from 'vitest';
import { countFrames, NO_FRAMES } from './frame-count.ts';

it('frames add up over streams that each count from zero', () => {
  expect([10, 25, 25, 0, 4, 9].reduce(countFrames, NO_FRAMES)).toEqual({ total: 34, ofStream: 9 });
});
