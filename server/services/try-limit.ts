import type { Clock } from '../../shared/support/clock.ts';
import { Fault } from '../../shared/support/fault.ts';

const FAILURES = 8;
const WINDOW_MS = 10 * 60_000;
/** Above this many names, those without a recent failure are forgotten. */
const SWEEP_ABOVE = 10_000;

export interface TryLimit {
  /** Throws `too_many_tries` with the whole `minutes` to wait, once a name has failed too often. */
  check(name: string): void;
  failed(name: string): void;
  succeeded(name: string): void;
}

/**
 * Eight failures in ten minutes, or as many as are said, close a name (an admission number, a login) until the first of them is
 * ten minutes old.
 */
export function createTryLimit(clock: Clock, failuresAllowed = FAILURES): TryLimit {
  const failures = new Map<string, number[]>();
  const recent = (name: string) => (failures.get(name) ?? []).filter((at) => at > clock.now() - WINDOW_MS);
  return {
    check(name) {
      const times = recent(name);
      const first = times.at(-failuresAllowed);
      if (first === undefined) return;
      throw new Fault('too_many_tries', { minutes: Math.ceil((first + WINDOW_MS - clock.now()) / 60_000) });
    },
    failed(name) {
      failures.set(name, [...recent(name), clock.now()]);
      if (failures.size <= SWEEP_ABOVE) return;
      for (const known of failures.keys()) if (recent(known).length === 0) failures.delete(known);
    },
    succeeded(name) {
      failures.delete(name);
    },
  };
}
