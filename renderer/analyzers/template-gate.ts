import { isInside } from './face-box.ts';
import type { FaceObservation, TemplateProblem } from './face-observation.ts';
import { coveredPart } from './signs/face-covered.ts';

/** Pixels between the eyes: in the crop the model sees they are 35 apart, and half of that is guesswork. */
const SMALLEST_EYE_DISTANCE = 24;
/** Mean luma of the face. */
const DARKEST = 45;
/** Of the whole picture: a face in the dark before something as light as this has its back to the light. */
const LIGHT_BEHIND = 100;
const BRIGHTEST = 225;
/** Variance of the Laplacian in the 112×112 face. */
const LEAST_SHARPNESS = 25;
/** Degrees from frontal; beyond, the far half of the face is not seen. */
const WIDEST_YAW = 25;
const WIDEST_PITCH = 30;

type Seen = Pick<FaceObservation, 'faces' | 'box' | 'yaw' | 'pitch' | 'brightness' | 'around' | 'sharpness' | 'cover'>;

/** The first thing to put right before this face is compared; null when it is fit. `eyeDistance` in pixels. */
export function templateProblem(seen: Seen, eyeDistance: number): TemplateProblem | null {
  if (seen.faces === 0 || seen.box === null) return 'no_face';
  if (seen.faces > 1) return 'several_faces';
  if (eyeDistance < SMALLEST_EYE_DISTANCE) return 'too_small';
  if (!isInside(seen.box)) return 'off_centre';
  if (Math.abs(seen.yaw ?? 0) > WIDEST_YAW || Math.abs(seen.pitch ?? 0) > WIDEST_PITCH) return 'off_centre';
  if (seen.brightness < DARKEST) return seen.around > LIGHT_BEHIND ? 'backlit' : 'too_dark';
  if (seen.brightness > BRIGHTEST) return 'too_bright';
  if (seen.sharpness < LEAST_SHARPNESS) return 'blurred';
  const part = seen.cover && coveredPart(seen.cover);
  // A hat hides nothing that is compared.
  return part === 'mouth' || part === 'eyes' ? 'covered' : null;
}
