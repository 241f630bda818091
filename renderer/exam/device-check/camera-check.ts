import type { TrackState } from '../capture/capture.ts';
import { failed, passed, type Verdict, warned } from './verdict.ts';

/** Pictures a second below which a camera counts as slow (15 are asked for). */
const SLOW_FPS = 8;

/** `fps`: pictures counted over a second; null when none came. */
export function cameraVerdict(camera: TrackState, fps: number | null): Verdict {
  if (camera === 'refused' || camera === 'missing' || camera === 'busy') return failed(camera, null);
  if (camera !== 'live') return failed('missing', null);
  if (!fps) return failed('frozen', 0);
  return fps < SLOW_FPS ? warned('slow_camera', fps) : passed(fps);
}
