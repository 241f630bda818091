import { describe, expect, it } from 'vitest';
import { createPeaks, type Still } from './peaks.ts';

const still = (at: number): Still => ({ jpeg: new ArrayBuffer(1), at });
const away = (score: number) => [{ kind: 'looking_away' as const, best: { score } }];

describe('[VIO-2] the picture of the surest moment', () => {
  it('is wanted when something is seen clearly surer than before, not at its beginning, and not for next to nothing', () => {
    const peaks = createPeaks();
    expect([0.5, 0.52, 0.6, 0.6, 0.63].map((score) => peaks.surer(away(score)).length)).toEqual([0, 0, 1, 0, 0]);
    peaks.keep(['looking_away'], still(3));
    expect(peaks.surer(away(0.9))).toEqual(['looking_away']);
    peaks.keep(['looking_away'], still(5));
    expect(peaks.take('looking_away')?.at).toBe(5);
  });

  it('is none where the beginning was the surest, and none is left for the next of its kind', () => {
    const peaks = createPeaks();
    peaks.surer(away(0.9));
    expect(peaks.take('looking_away')).toBeNull();
    expect(peaks.surer(away(0.5))).toEqual([]);
    // A picture that comes when it is over belongs to nothing.
    peaks.take('looking_away');
    peaks.keep(['looking_away'], still(9));
    expect(peaks.take('looking_away')).toBeNull();
  });
});
