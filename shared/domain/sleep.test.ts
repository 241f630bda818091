import { describe, expect, it } from 'vitest';
import { type ClockLook, sleptBetween } from './sleep.ts';

const look = (at: number, sinceBoot: number, { took = 2, precision = 16 } = {}): ClockLook => ({
  before: at - took / 2,
  after: at + took / 2,
  sinceBoot,
  precision,
});

describe('[TIME-3] sleep that the page’s own clock did not count', () => {
  it('is what passed since start and is missing on the page’s clock', () => {
    expect(sleptBetween(look(1_000, 50_000), look(2_000, 651_000))).toEqual({ ms: 600_000, uncertainty: 18 });
  });

  it('is nothing where the page’s clock counts sleep itself', () => {
    expect(sleptBetween(look(1_000, 50_000), look(602_000, 651_000))).toBeNull();
  });

  it('is nothing that a slow answer, a coarse clock or a moment’s difference could feign', () => {
    expect(sleptBetween(look(1_000, 50_000), look(2_000, 54_000, { took: 8_000 }))).toBeNull();
    expect(sleptBetween(look(1_000, 50_000, { precision: 1_000 }), look(1_900, 52_000, { precision: 1_000 }))).toEqual({
      ms: 1_100,
      uncertainty: 1_002,
    });
    expect(sleptBetween(look(1_000, 50_000), look(2_000, 51_900))).toBeNull();
  });

  it('is nothing when the clock since start seems to have run backwards', () => {
    expect(sleptBetween(look(1_000, 50_000), look(2_000, 40_000))).toBeNull();
  });
});
