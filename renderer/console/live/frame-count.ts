/** Frames of one screen over all the streams it has shown: `total` never falls. */
export interface FrameCount {
  total: number;
  /** What the present stream's own counter said last. */
  ofStream: number;
}

export const NO_FRAMES: FrameCount = { total: 0, ofStream: 0 };

/** Adds a reading of the stream's counter, which starts again from zero with each new stream. */
export function countFrames(count: FrameCount, reading: number): FrameCount {
  const fresh = reading >= count.ofStream ? reading - count.ofStream : reading;
  return { total: count.total + fresh, ofStream: reading };
}
