import { CLEAR_PERSON, countedPeople, FAINT_PERSON, type SeenPerson, type SeenThing } from './rear-people.ts';
import { type Tilt, tiltFault } from './tilt.ts';

/** What a picture of the second camera was measured to be. Luma is 0..255. */
export interface RearMeasures {
  brightness: number;
  /** Standard deviation of luma: how much there is to see at all. */
  contrast: number;
  /** Variance of the Laplacian at 160x120: how much fine detail there is. */
  sharpness: number;
  /** Coarse luma, row by row, to be compared with that of an earlier picture. */
  sight: readonly number[];
  /** The largest face; null without one, or where nobody looked for faces. `width`: share of the picture's. */
  face: { width: number; yaw: number } | null;
  /** Who is in it; null where nobody looked for persons. */
  people: readonly SeenPerson[] | null;
  /** What lies in it, where persons were looked for, too. */
  things: readonly SeenThing[];
  /** How the phone stood meanwhile; null where its browser does not say. */
  tilt: Tilt | null;
}

/**
 * What is wrong with it, as a closed list; the first one counts for most. No measure here can tell the desk, or whether the picture
 * is mirrored: candidate and proctor look for those. The screen has a look of its own (`lit-screen.ts`).
 */
export const REAR_FAULTS = [
  'lying',
  'covered',
  'too_dark',
  'too_bright',
  'tilted',
  'blurred',
  'from_front',
  'nobody',
  'too_near',
  'too_far',
  'aside',
  'moved',
] as const;
export type RearFault = (typeof REAR_FAULTS)[number];

const DARK = 35;
const BRIGHT = 240;
/** A thumb, a pocket, a wall from close by. */
const EMPTY_CONTRAST = 10;
/** Photographs have 400 and more at this size, out of focus by 4 pixels 2 to 12. */
const BLURRED = 12;
/** From 1.5 to 2 m a head fills about a tenth of the width; smaller ones are pictures on a wall. */
const FACE_WIDTH = 0.05;
/** From 1.5 to 2 m somebody who sits fills about half the picture's height, and leaves room for desk and screen. */
const FAR_HEIGHT = 0.28;
const NEAR_AREA = 0.65;
/** Where the middle of a person may be, from the left; desk and screen take their part of the picture, too. */
const [LEFTMOST, RIGHTMOST] = [0.15, 0.85];
/** A face that is turned less than this is seen from the front. */
const FRONTAL_DEGREES = 35;
/**
 * Pearson's correlation below which two coarse pictures do not show the same place. Of 105 pairs of different photographs 95 %
 * are below; the same one shifted by a fifth lies between 0.2 and 0.8, so that a small move is not told.
 */
const ALIKE = 0.4;

/** How alike two coarse pictures are, whatever the light: Pearson's correlation, 0 where one of them is empty. */
export function likeness(one: readonly number[], other: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [middle, otherMiddle] = [mean(one), mean(other)];
  let [both, square, otherSquare] = [0, 0, 0];
  for (const [index, value] of one.entries()) {
    const [away, otherAway] = [value - middle, (other[index] ?? 0) - otherMiddle];
    both += away * otherAway;
    square += away * away;
    otherSquare += otherAway * otherAway;
  }
  const scale = Math.sqrt(square * otherSquare);
  return scale === 0 ? 0 : both / scale;
}

/** What can be said of where the candidate is; nothing where nobody looked, or nothing could be seen. */
function placeFaults(people: RearMeasures['people'], shows: boolean): Partial<Record<RearFault, boolean>> {
  if (!people || !shows) return {};
  const [candidate] = countedPeople(people, CLEAR_PERSON);
  if (!candidate) return { nobody: countedPeople(people, FAINT_PERSON).length === 0 };
  const { x, width, height } = candidate.box;
  const middle = x + width / 2;
  return {
    too_near: width * height > NEAR_AREA,
    too_far: height < FAR_HEIGHT,
    aside: middle < LEFTMOST || middle > RIGHTMOST,
  };
}

/**
 * What can be said against a picture of the second camera. `confirmed`: the sight of the place where the phone stood before,
 * when it was found to be right; null before that.
 */
export function rearFaults(measured: RearMeasures, confirmed: readonly number[] | null): RearFault[] {
  const { brightness, contrast, sharpness, sight, face, people, tilt } = measured;
  const covered = contrast < EMPTY_CONTRAST;
  const stands = tiltFault(tilt);
  const found: Partial<Record<RearFault, boolean>> = {
    lying: stands === 'lying',
    covered,
    too_dark: brightness < DARK,
    too_bright: brightness > BRIGHT,
    tilted: stands === 'tilted',
    // Of nothing, nothing is sharp.
    blurred: !covered && sharpness < BLURRED,
    from_front: face !== null && face.width >= FACE_WIDTH && Math.abs(face.yaw) < FRONTAL_DEGREES,
    ...placeFaults(people, !covered && brightness >= DARK),
    moved: !covered && confirmed !== null && likeness(sight, confirmed) < ALIKE,
  };
  return REAR_FAULTS.filter((fault) => found[fault]);
}

/** A fault of one picture is chance: somebody walked by. */
const TWICE = 2;

/** What to tell of a series of looks, newest last: a fault that the last two share. */
export function lastingFault(looks: readonly (readonly RearFault[])[]): RearFault | null {
  const last = looks.slice(-TWICE);
  if (last.length < TWICE) return null;
  return REAR_FAULTS.find((fault) => last.every((faults) => faults.includes(fault))) ?? null;
}
