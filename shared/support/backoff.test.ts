import { describe, expect, it } from 'vitest';
import { backoffDelay } from './backoff.ts';

describe('backoff', () => {
  it('doubles from 500 ms and stops growing at 15 s', () => {
    const longest = [0, 1, 2, 3, 4, 5, 6].map((attempt) => backoffDelay(attempt, () => 1));
    expect(longest).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000]);
  });

  it('waits at least half of the ceiling, so that nobody hammers a server in trouble', () => {
    expect([0, 3, 9].map((attempt) => backoffDelay(attempt, () => 0))).toEqual([250, 2000, 7500]);
  });

  it('has no last attempt: the delay stays finite and within the cap for ever', () => {
    for (const attempt of [31, 1000, 1e9, Number.MAX_SAFE_INTEGER]) {
      expect(backoffDelay(attempt, () => 0)).toBe(7500);
      expect(backoffDelay(attempt, () => 1)).toBe(15_000);
    }
  });

  it('takes its own base and cap', () => {
    expect([0, 1, 2].map((attempt) => backoffDelay(attempt, () => 1, 100, 300))).toEqual([100, 200, 300]);
  });

  it('spreads a room of candidates', () => {
    const delays = Array.from({ length: 50 }, (_, index) => backoffDelay(8, () => index / 50));
    expect(new Set(delays).size).toBe(50);
  });
});
