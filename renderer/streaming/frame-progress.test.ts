import { describe, expect, it } from 'vitest';
import { type FrameProgress, lookAtFrames, NO_FRAMES } from './frame-progress.ts';

/** Looks at the given counters, two seconds apart. */
const watch = (...counters: number[]): FrameProgress['state'][] => {
  let progress = NO_FRAMES;
  return counters.map((frames, index) => {
    progress = lookAtFrames(progress, frames, index * 2_000);
    return progress.state;
  });
};

describe('frame progress', () => {
  it('is live from the first decoded frame on, not from the connection', () => {
    expect(watch(0, 0, 0, 4)).toEqual(['connecting', 'connecting', 'connecting', 'live']);
  });

  it('[CAM-2] is frozen after four seconds without a new frame, and live with the next one', () => {
    expect(watch(5, 9, 9, 9, 9, 10)).toEqual(['live', 'live', 'live', 'frozen', 'frozen', 'live']);
  });

  it('takes a counter that went back for a new stream', () => {
    expect(watch(900, 910, 3)).toEqual(['live', 'live', 'live']);
  });
});
