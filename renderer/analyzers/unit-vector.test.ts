import { describe, expect, it } from 'vitest';
import { meanDirection } from './unit-vector.ts';

describe('meanDirection', () => {
  it('lies between and has unit length', () => {
    const [x = 0, y = 0] = meanDirection([1, 0], [0, 1]);
    expect(x).toBeCloseTo(Math.SQRT1_2, 9);
    expect(y).toBeCloseTo(Math.SQRT1_2, 9);
  });

  it('refuses vectors that cancel out or do not match', () => {
    expect(() => meanDirection([1, 0], [-1, 0])).toThrow(RangeError);
    expect(() => meanDirection([1, 0], [1])).toThrow(RangeError);
  });
});
