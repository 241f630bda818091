import { describe, expect, it } from 'vitest';
import { errorRates } from './error-rates.ts';

const scored = (same: number[], different: number[]) => [
  ...same.map((similarity) => ({ similarity, same: true })),
  ...different.map((similarity) => ({ similarity, same: false })),
];

describe('error rates', () => {
  it('are nothing where a threshold parts the two', () => {
    const rates = errorRates(scored([0.6, 0.7, 0.9], [0.1, 0.2, 0.3]));
    expect(rates.equalError).toBe(0);
    expect(rates.acceptedAt(0.001)).toEqual({ share: 1, similarity: 0.6 });
  });

  it('are counted where they overlap', () => {
    const rates = errorRates(scored([0.3, 0.6, 0.7, 0.9], [0.1, 0.2, 0.25, 0.65]));
    expect(rates.equalError).toBeCloseTo(0.25);
    expect(rates.acceptedAt(0.25)).toEqual({ share: 1, similarity: 0.3 });
    expect(rates.acceptedAt(0.01)).toEqual({ share: 0.5, similarity: 0.7 });
  });

  it('accept nobody where nothing can be told apart', () => {
    expect(errorRates(scored([-1, -1], [-1, -1])).acceptedAt(0.01).share).toBe(0);
  });
});
