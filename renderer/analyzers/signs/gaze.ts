import type { Sighting } from '../../../shared/domain/violations/judge.ts';
import type { FaceObservation } from '../face-observation.ts';

/** Degrees from how this person usually sits. */
const AWAY = 30;
const UP = 28;
const DOWN = 18;
/** Poses that may be somebody's usual one, and how many are taken. */
const USUAL_YAW = 20;
const USUAL_PITCH = 25;
const LEARNT_FROM = 20;
const LEARNT = 150;

export interface Gaze {
  /** Undefined: no single face, so nobody knows where it looks. */
  look(
    face: Pick<FaceObservation, 'faces' | 'yaw' | 'pitch'>,
  ): Record<'looking_away' | 'head_down', Sighting | null> | null;
}

const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;

const sighting = (degrees: number, limit: number, direction: string): Sighting => ({
  score: Math.min(1, degrees / (2 * limit)),
  detail: { degrees: Math.round(degrees), direction },
});

/**
 * Where the head points, which is not where the eyes look. Cameras stand above, below and beside screens, so that it is
 * measured from how this person sat in the first minute.
 */
export function createGaze(): Gaze {
  const yaws: number[] = [];
  const pitches: number[] = [];
  return {
    look({ faces, yaw, pitch }) {
      if (faces !== 1 || yaw === null || pitch === null) return null;
      if (yaws.length < LEARNT && Math.abs(yaw) < USUAL_YAW && Math.abs(pitch) < USUAL_PITCH) {
        yaws.push(yaw);
        pitches.push(pitch);
      }
      const known = yaws.length >= LEARNT_FROM;
      const [aside, up] = [yaw - (known ? median(yaws) : 0), pitch - (known ? median(pitches) : 0)];
      const away =
        Math.abs(aside) > AWAY
          ? sighting(Math.abs(aside), AWAY, aside > 0 ? 'left' : 'right')
          : up > UP
            ? sighting(up, UP, 'up')
            : null;
      return { looking_away: away, head_down: !away && -up > DOWN ? sighting(-up, DOWN, 'down') : null };
    },
  };
}
