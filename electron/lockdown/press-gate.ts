import type { MonotonicClock } from '../../shared/support/clock.ts';

/** A key held down repeats, and some systems tell both its press and its release: within this it is one press. */
const SAME_PRESS_MS = 1000;

/** Tells whether a key just seen is a new press, to be reported, or still the last one. */
export function createPressGate(clock: MonotonicClock): (key: string) => boolean {
  const lastSeen = new Map<string, number>();
  return (key) => {
    const now = clock.elapsed();
    const before = lastSeen.get(key);
    lastSeen.set(key, now);
    return before === undefined || now - before >= SAME_PRESS_MS;
  };
}
