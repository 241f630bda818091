export type ViewState = 'connecting' | 'live' | 'frozen' | 'failed';

/** Time between two looks at the frame counter, and how long without a new frame makes a picture frozen. */
export const LOOK_MS = 2_000;
/** Before the first frame the counter is read more often, so that a view is called live as soon as it is. */
export const FIRST_LOOK_MS = 500;
const FROZEN_AFTER_MS = 4_000;

/** What is known of a received picture. `seenAt`: when the counter was last seen to grow, ms on a monotonic clock. */
export interface FrameProgress {
  frames: number;
  seenAt: number;
  state: 'connecting' | 'live' | 'frozen';
}

export const NO_FRAMES: FrameProgress = { frames: 0, seenAt: 0, state: 'connecting' };

/**
 * Live means that decoded frames advance; connected alone is not enough, since a track can be live and dead (an
 * interrupted phone). A counter that went back belongs to a new stream and counts as growth.
 */
export function lookAtFrames(progress: FrameProgress, frames: number, now: number): FrameProgress {
  if (frames > 0 && frames !== progress.frames) return { frames, seenAt: now, state: 'live' };
  // Timers run a little early or late: half a look either way must not decide.
  const frozen = progress.state !== 'connecting' && now - progress.seenAt >= FROZEN_AFTER_MS - LOOK_MS / 2;
  return frozen ? { ...progress, state: 'frozen' } : progress;
}
