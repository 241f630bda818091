import { estimateServerTime, type RoundTrip } from '../../../shared/domain/server-time.ts';

const KEPT_TRIPS = 8;

/** The server's clock counted on this page's monotonic one; the phone's own clock plays no part (TIME-3). */
export interface PhoneServerClock {
  learn(trip: RoundTrip): void;
  /** This page's clock stood still while the phone slept: what was learnt holds for earlier times only. */
  slept(elapsed: number): void;
  /** Server time of a `performance.now()`; null before the first round trip since the phone last slept. */
  at(elapsed: number): number | null;
}

/** A time without sleep, from `since` on the page's clock. */
interface Awake {
  since: number;
  trips: RoundTrip[];
}

export function createServerClock(): PhoneServerClock {
  const awake: Awake[] = [{ since: Number.NEGATIVE_INFINITY, trips: [] }];
  const at = (elapsed: number): Awake | undefined => awake.find(({ since }) => since <= elapsed);
  return {
    learn: (trip) => {
      const now = at(trip.receivedAt);
      // A round trip during which the phone slept measured the sleep.
      if (now && trip.sentAt >= now.since) now.trips = [...now.trips.slice(1 - KEPT_TRIPS), trip];
    },
    slept: (elapsed) => {
      awake.unshift({ since: elapsed, trips: [] });
    },
    at: (elapsed) => {
      const estimate = estimateServerTime(at(elapsed)?.trips ?? []);
      return estimate && Math.round(elapsed + estimate.offset);
    },
  };
}
