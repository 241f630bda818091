/**
 * One look at two clocks: one that goes on while the computer sleeps (milliseconds since it was started), read by the
 * shell at some moment between `before` and `after` on the page's own monotonic clock, which may stop in sleep.
 */
export interface ClockLook {
  before: number;
  after: number;
  sinceBoot: number;
  /** By how much `sinceBoot` can be behind: its step. */
  precision: number;
}

/** Time that passed and the page's own clock did not count. */
export interface Sleep {
  ms: number;
  uncertainty: number;
}

/** No computer sleeps and wakes within this; what is less is delay or the steps of a coarse clock. */
const LEAST_SLEEP_MS = 1_000;

const middle = ({ before, after }: ClockLook): number => (before + after) / 2;
const doubt = ({ before, after }: ClockLook): number => (after - before) / 2;

/**
 * How long the computer slept between two looks, as far as the page's own clock has not counted it (TIME-3); null when
 * nothing is missing that delay could not explain. A page whose clock does count sleep misses nothing, so that nothing
 * is added twice, and a clock that seems to have run backwards is a slow answer.
 */
export function sleptBetween(earlier: ClockLook, later: ClockLook): Sleep | null {
  const ms = later.sinceBoot - earlier.sinceBoot - (middle(later) - middle(earlier));
  const uncertainty = doubt(earlier) + doubt(later) + Math.max(earlier.precision, later.precision);
  return ms > uncertainty && ms >= LEAST_SLEEP_MS ? { ms, uncertainty } : null;
}
