import { describe, expect, it } from 'vitest';
import { driftWorthTelling } from './clock-drift.ts';

const drift = (wallOffsetMs: number, zoneOffsetMinutes = 480, uncertaintyMs = 20) => ({
  wallOffsetMs,
  zoneOffsetMinutes,
  uncertaintyMs,
});

describe('[TIME-3] what is told of a computer’s own clock', () => {
  it('is nothing while it is right and in the examination’s zone', () => {
    expect(driftWorthTelling(null, drift(4_900))).toBe(false);
    expect(driftWorthTelling(null, drift(-5_100, 480, 200))).toBe(false);
  });

  it('is a wrong time, either way, and another zone', () => {
    expect(driftWorthTelling(null, drift(3_600_000))).toBe(true);
    expect(driftWorthTelling(null, drift(-3_600_000))).toBe(true);
    expect(driftWorthTelling(null, drift(0, 540))).toBe(true);
  });

  it('is told once, and again when it changes: a jump, summer time, and being put right', () => {
    const told = drift(3_600_000, 60);
    expect(driftWorthTelling(told, drift(3_601_000, 60))).toBe(false);
    expect(driftWorthTelling(told, drift(3_600_000, 120))).toBe(true);
    expect(driftWorthTelling(told, drift(0, 60))).toBe(true);
  });
});
