import { describe, expect, it } from 'vitest';
import { nextPace } from './still-pace.ts';

describe('[NET-1] the pace of stills', () => {
  it('keeps the beat, and grows, while the line is quick', () => {
    expect(nextPace(1, 100, 5_000)).toEqual({ size: 0, waitMs: 4_900 });
    expect(nextPace(0, 100, 2_000)).toEqual({ size: 0, waitMs: 1_900 });
    expect(nextPace(1, 1_000, 5_000)).toEqual({ size: 1, waitMs: 4_000 });
  });

  it('makes them smaller and rarer when one takes long: three quarters of the line are for what counts for more', () => {
    expect(nextPace(0, 4_000, 5_000)).toEqual({ size: 1, waitMs: 12_000 });
    expect(nextPace(2, 20_000, 5_000)).toEqual({ size: 2, waitMs: 60_000 });
  });

  it('goes on smaller when one was lost, for ever', () => {
    expect(nextPace(0, null, 2_000)).toEqual({ size: 1, waitMs: 2_000 });
    expect(nextPace(2, null, 2_000)).toEqual({ size: 2, waitMs: 2_000 });
  });
});
