/** Widths of a still in pixels; the smallest still tells who sits there. */
export const STILL_WIDTHS = [640, 320, 160] as const;

export interface Pace {
  /** Index into `STILL_WIDTHS`. */
  size: number;
  waitMs: number;
}

/** A line that takes longer for one has something better to do (NET-1). */
const SLOW_MS = 1_500;
const QUICK_MS = 400;

/**
 * The size of the next still and the pause before it, from how long the last one was under way (null: it did not arrive). A
 * still has the line for at most a quarter of the time, so that what counts for more gets through.
 */
export function nextPace(size: number, tookMs: number | null, everyMs: number): Pace {
  const smaller = Math.min(size + 1, STILL_WIDTHS.length - 1);
  if (tookMs === null) return { size: smaller, waitMs: everyMs };
  const next = tookMs > SLOW_MS ? smaller : tookMs < QUICK_MS ? Math.max(0, size - 1) : size;
  return { size: next, waitMs: Math.max(everyMs - tookMs, 3 * tookMs) };
}
