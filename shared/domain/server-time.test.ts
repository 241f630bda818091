import { describe, expect, it } from 'vitest';
import { estimateServerTime, type RoundTrip } from './server-time.ts';

/** A trip with these one-way delays, while the server's clock is `offset` ahead of the local monotonic one. */
function trip(sentAt: number, there: number, back: number, offset: number): RoundTrip {
  return { sentAt, receivedAt: sentAt + there + back, serverTime: sentAt + there + offset };
}

describe('the estimate of the server time', () => {
  const offset = 1_790_000_000_000;

  it('[TIME-3] is exact when both ways take equally long', () => {
    expect(estimateServerTime([trip(500, 40, 40, offset)])).toEqual({ offset, uncertainty: 40 });
  });

  it.each([
    [0, 80],
    [80, 0],
    [10, 300],
    [300, 10],
    [1, 999],
  ])('[TIME-3] errs by no more than it says with %i ms there and %i ms back', (there, back) => {
    const estimate = estimateServerTime([trip(1234, there, back, offset)]);
    const error = Math.abs((estimate?.offset ?? Number.NaN) - offset);
    expect(error).toBe(Math.abs(there - back) / 2);
    expect(error).toBeLessThanOrEqual(estimate?.uncertainty ?? -1);
  });

  it('[TIME-3] follows the shortest trip, not the latest or the average', () => {
    const trips = [trip(0, 900, 20, offset), trip(2000, 12, 10, offset), trip(4000, 30, 700, offset)];
    expect(estimateServerTime(trips)).toEqual({ offset: offset + 1, uncertainty: 11 });
    expect(estimateServerTime(trips.reverse())).toEqual({ offset: offset + 1, uncertainty: 11 });
  });

  it('[TIME-3] knows the clock of the server even when the local one counts from anywhere', () => {
    expect(estimateServerTime([trip(-5000, 5, 5, offset)])).toEqual({ offset, uncertainty: 5 });
  });

  it('is nothing before the first trip', () => expect(estimateServerTime([])).toBeNull());
});
