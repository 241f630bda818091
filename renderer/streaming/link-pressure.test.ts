import { describe, expect, it } from 'vitest';
import { LEAST_SHARE, nextShare, shareOf } from './link-pressure.ts';
import { VIEW_PROFILES } from './view-profile.ts';

const { raised, wall } = VIEW_PROFILES;
const reached = (share: number, readings: { lost: number; available: number | null }[]) =>
  readings.reduce((now, reading) => nextShare(now, reading, raised), share);
const clear = { lost: 0, available: null };
const lossy = { lost: 0.3, available: null };

describe('[NET-1] a view under pressure', () => {
  it('asks for less at once where packets are lost or the way is narrow, and never for nothing', () => {
    expect(nextShare(1, lossy, raised)).toBe(0.7);
    expect(nextShare(1, { lost: 0, available: 200_000 }, raised)).toBe(0.7);
    expect(reached(1, Array(20).fill(lossy))).toBe(LEAST_SHARE);
  });

  it('asks for more by small steps once the way is clear, up to the whole', () => {
    expect(nextShare(0.7, clear, raised)).toBeCloseTo(0.8);
    expect(reached(LEAST_SHARE, Array(20).fill(clear))).toBe(1);
  });

  it('holds what it has where little is lost', () => {
    expect(nextShare(0.5, { lost: 0.05, available: null }, raised)).toBe(0.5);
  });

  it('has fewer pictures share the bits, one a second at least', () => {
    expect(shareOf(raised, 1)).toEqual(raised);
    expect(shareOf(raised, 0.2)).toEqual({ longestSide: 640, frameRate: 6, maxBitrate: 100_000, sharp: true });
    expect(shareOf(wall, 0.2)).toEqual({ longestSide: 320, frameRate: 2, maxBitrate: 20_000, sharp: false });
    expect(shareOf(VIEW_PROFILES.away, 0.2).frameRate).toBe(1);
  });
});
