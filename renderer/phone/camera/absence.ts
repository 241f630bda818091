/** A person's switch to another app does not stop the clocks: below this, both drift apart by themselves. */
const DRIFT_MS = 1_000;

export interface Absence {
  /** The page went out of sight. */
  began(): void;
  /** It is back. Returns how long the phone slept meanwhile: 0 when it did not, or nobody can know. */
  ended(): number;
}

/**
 * Tells a locked phone from one that shows another app: no browser says which, but a phone that is locked soon sleeps, and
 * its monotonic clock with it, while the wall clock goes on. A phone on its charger may not sleep: then nobody knows.
 */
export function createAbsence(clocks: { monotonic(): number; wall(): number }): Absence {
  let since: { monotonic: number; wall: number } | null = null;
  return {
    began() {
      since = { monotonic: clocks.monotonic(), wall: clocks.wall() };
    },
    ended() {
      if (!since) return 0;
      const slept = clocks.wall() - since.wall - (clocks.monotonic() - since.monotonic);
      since = null;
      return slept > DRIFT_MS ? slept : 0;
    },
  };
}
