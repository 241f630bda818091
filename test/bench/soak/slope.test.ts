import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../shared/domain/seeded-random.ts';
import { slopeOf } from './slope.ts';

describe('how a memory grows', () => {
  it('is the slope of a straight line, surely', () => {
    expect(slopeOf([0, 1, 2, 3, 4, 5].map((x) => [x, 7 + 3 * x] as const))).toEqual({ slope: 3, within: 0 });
  });

  it('is within what it says 19 times in 20, also where neighbours are alike', () => {
    for (const likeness of [0, 0.7]) {
      const random = seededRandom(`slope ${likeness}`);
      let inside = 0;
      for (let turn = 0; turn < 400; turn += 1) {
        let drift = 0;
        const points = Array.from({ length: 60 }, (_, x) => {
          drift = likeness * drift + (random() - 0.5);
          return [x, 0.2 * x + drift] as const;
        });
        const { slope, within } = slopeOf(points);
        if (Math.abs(slope - 0.2) <= within) inside += 1;
      }
      expect(inside / 400).toBeGreaterThan(0.9);
    }
  });

  it('is not said of a handful', () => {
    expect(slopeOf([[0, 1]]).slope).toBeNaN();
  });
});
