import type { RoundTrip, ServerTimeEstimate } from '../../../shared/domain/server-time.ts';
import { estimateServerTime } from '../../../shared/domain/server-time.ts';
import type { Clock, MonotonicClock } from '../../../shared/support/clock.ts';

export interface ServerClock extends Clock {
  /** Milliseconds since the epoch on the server's clock; 0 until the first measurement. */
  now(): number;
  /** Takes the round trips of one measurement in. */
  measured(trips: readonly RoundTrip[]): void;
  /** Half the shortest round trip in use, ms; null until the first measurement. */
  readonly uncertainty: number | null;
}

/**
 * Which of two estimates to count on. Where both can be true the narrower one stays, so that a slow network does not
 * make the countdown jump; where they contradict each other the computer slept meanwhile, and the newer one is right.
 */
export function betterEstimate(known: ServerTimeEstimate | null, fresh: ServerTimeEstimate): ServerTimeEstimate {
  if (!known) return fresh;
  const agree = Math.abs(known.offset - fresh.offset) <= known.uncertainty + fresh.uncertainty;
  return agree && known.uncertainty <= fresh.uncertainty ? known : fresh;
}

/** The server's clock counted on this computer's monotonic one: its wall clock plays no part (TIME-3). */
export function createServerClock({ elapsed }: MonotonicClock): ServerClock {
  let estimate: ServerTimeEstimate | null = null;
  return {
    now: () => (estimate ? elapsed() + estimate.offset : 0),
    measured(trips) {
      const fresh = estimateServerTime(trips);
      if (fresh) estimate = betterEstimate(estimate, fresh);
    },
    get uncertainty() {
      return estimate?.uncertainty ?? null;
    },
  };
}
