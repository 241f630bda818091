import type { Camera, Segment } from '../../../shared/contract/views.ts';
import { isStill } from '../../../shared/domain/still.ts';

/** What one camera shows at a moment: the recording or still to look at, or nothing. */
export interface CameraTrack {
  /** The segment that holds `at`; of several the one that began last, since an earlier one only overlaps it. */
  at(at: number): Segment | null;
  /** The first segment that begins after `at`. */
  after(at: number): Segment | null;
}

const endOf = ({ startedAt, durationMs }: Segment) => startedAt + durationMs;
/** A still is what its camera saw until the next one, but no longer than this. */
const STILL_MS = 10_000;
const holds = (segment: Segment, at: number) =>
  at >= segment.startedAt && at < (isStill(segment) ? segment.startedAt + STILL_MS : endOf(segment));

/** The segments of one camera, found by time: an attempt has many hundreds and is asked at every frame. */
export function cameraTrack(camera: Camera, segments: readonly Segment[]): CameraTrack {
  const ordered = segments
    .filter((segment) => segment.camera === camera)
    .sort((left, right) => left.startedAt - right.startedAt);
  /** How many segments have begun by then. */
  const begun = (at: number): number => {
    let [low, high] = [0, ordered.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ordered[middle]?.startedAt ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    at(at) {
      const last = ordered[begun(at) - 1];
      if (last && holds(last, at)) return last;
      // A recording that reaches beyond a short one that began after it.
      const before = ordered[begun(at) - 2];
      return before && holds(before, at) ? before : null;
    },
    after: (at) => ordered[begun(at)] ?? null,
  };
}
