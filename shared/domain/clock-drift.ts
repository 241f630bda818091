/** How the computer's own clock stands against the exam centre's. It decides nothing (TIME-3); a proctor is told. */
export interface ClockDrift {
  /** Wall clock minus server time, ms. */
  wallOffsetMs: number;
  /** The computer's time zone, minutes east of UTC. */
  zoneOffsetMinutes: number;
  /** The server time is known to within this, ms. */
  uncertaintyMs: number;
}

/** Less than this nobody would notice on a clock. */
const WORTH_TELLING_MS = 5_000;

/** What need not be told: the right time in the examination's own zone, UTC+8. */
const RIGHT: ClockDrift = { wallOffsetMs: 0, zoneOffsetMinutes: 480, uncertaintyMs: 0 };

/** Whether `seen` differs from what was told last (null: nothing yet) by more than a slow network could feign. */
export function driftWorthTelling(told: ClockDrift | null, seen: ClockDrift): boolean {
  const last = told ?? RIGHT;
  if (seen.zoneOffsetMinutes !== last.zoneOffsetMinutes) return true;
  const doubt = seen.uncertaintyMs + last.uncertaintyMs;
  return Math.abs(seen.wallOffsetMs - last.wallOffsetMs) > WORTH_TELLING_MS + doubt;
}
