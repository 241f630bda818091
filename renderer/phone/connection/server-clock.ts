import { estimateServerTime, type RoundTrip } from '../../../shared/domain/server-time.ts';

const KEPT_TRIPS = 8;

/** The server's clock counted on this page's monotonic one; the phone's own clock plays no part (TIME-3). */
export interface PhoneServerClock {
  learn(trip: RoundTrip): void;
  /** Server time of a `performance.now()`; null before the first round trip. */
  at(elapsed: number): number | null;
}

export function createServerClock(): PhoneServerClock {
  let trips: RoundTrip[] = [];
  return {
    learn: (trip) => {
      trips = [...trips.slice(1 - KEPT_TRIPS), trip];
    },
    at: (elapsed) => {
      const estimate = estimateServerTime(trips);
      return estimate && Math.round(elapsed + estimate.offset);
    },
  };
}
