/** Counts pictures that the camera really delivered to the preview; 0 at the start, never falls. */
export interface FrameCounter {
  frames(): number;
}

/**
 * `requestVideoFrameCallback` where it exists (Chrome 83, iOS 15.4), else the browser's own quality counter, else the
 * playing time. None of them grows while a track is live but dead, except the last, which is better than nothing.
 */
export function countFrames(video: HTMLVideoElement): FrameCounter {
  if ('requestVideoFrameCallback' in video) {
    let frames = 0;
    const count = (): void => {
      frames += 1;
      video.requestVideoFrameCallback(count);
    };
    video.requestVideoFrameCallback(count);
    return { frames: () => frames };
  }
  const element = video as HTMLVideoElement & { getVideoPlaybackQuality?: () => VideoPlaybackQuality };
  /** A new stream begins at 0 again: what was counted before is carried over. */
  let before = 0;
  let last = 0;
  return {
    frames: () => {
      const now = element.getVideoPlaybackQuality?.().totalVideoFrames || Math.floor(element.currentTime * 15);
      if (now < last) before += last;
      last = now;
      return before + now;
    },
  };
}
