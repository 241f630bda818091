/** Frames of one screen, over all streams it has shown. */
export interface FrameCount {
  /** Frames since the screen appeared; never falls. */
  total: number;
  /** What the current stream's own counter said last. */
  ofStream: number;
  /** When a frame was last new, ms; null before the first. */
  advancedAt: number | null;
}

export const NO_FRAMES: FrameCount = { total: 0, ofStream: 0, advancedAt: null };

/** A picture unchanged for this long is called frozen: at 5 frames a second that is 30 frames missing. */
export const FROZEN_AFTER_MS = 6_000;

/** Adds a reading of the stream's counter, which starts again from zero with each new stream. */
export function countFrames(count: FrameCount, reading: number, at: number): FrameCount {
  const fresh = reading >= count.ofStream ? reading - count.ofStream : reading;
  if (fresh === 0 && reading === count.ofStream) return count;
  return { total: count.total + fresh, ofStream: reading, advancedAt: fresh > 0 ? at : count.advancedAt };
}

/** Since when the picture has not changed; null while it moves or before its first frame. */
export function frozenSince(count: FrameCount, now: number): number | null {
  return count.advancedAt !== null && now - count.advancedAt >= FROZEN_AFTER_MS ? count.advancedAt : null;
}
