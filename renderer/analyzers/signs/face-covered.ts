import type { Sighting } from '../../../shared/domain/violations/judge.ts';
import type { FaceCover, FaceObservation } from '../face-observation.ts';

/** Of a face that is turned further, one side is too little seen. Degrees. */
const WIDEST_YAW = 30;
/** Mean luma below which hues are noise. */
const DARKEST = 18;

/**
 * Limits of `FaceCover`, found on 23 faces with drawn coverings and kept for 12 others (`npm run bench -- covered`). Cloth has another hue
 * than skin and no lips; of a scarf with red in it or one as dark as night the lips are not asked for.
 */
const [CLOTH, NO_LIPS, OTHER_HUE, DARK_CLOTH, BLACK_CLOTH] = [0.13, 0.02, 0.25, -0.9, -1.1];
/** A lens darkens lids and the skin around them, more than lashes, make-up and deep sockets do; a coloured one colours them. */
const [LENS, COLOURED_LENS, LENS_HUE] = [-0.62, -0.3, 0.3];
/** A band over both eyes hides the skin between the brows as well, against which all is held: the lower face, with its lips, is too light. A mask has none. */
const BAND = 0.7;
/** Hair is dark and of nearly the skin's hue: a hat is known by its colour, or by being lighter than the skin. Black ones are not found. */
const [HAT_HUE, BLACK_HAIR, LIGHT_HAT_HUE] = [0.4, -1.8, 0.16];

type Part = keyof FaceCover;

const isMouthCovered = ({ mouth: { colour, light, lips } }: FaceCover): boolean =>
  colour > OTHER_HUE || light < BLACK_CLOTH || (lips < NO_LIPS && (colour > CLOTH || light < DARK_CLOTH));

const isBandOverEyes = ({ mouth: { light, lips } }: FaceCover): boolean => light > BAND && lips >= NO_LIPS;

const areEyesCovered = ({ eyes: { colour, light } }: FaceCover): boolean =>
  light < LENS || (light < COLOURED_LENS && colour > LENS_HUE);

const isBrowCovered = ({ brow: { colour, light } }: FaceCover): boolean =>
  (colour > HAT_HUE && light > BLACK_HAIR) || (colour > LIGHT_HAT_HUE && light > 0);

/** What of a face something lies over: a mask or a scarf, dark glasses, a hat. A hand has the skin's own colour and is none. */
export function coveredPart(cover: FaceCover): Part | null {
  if (isBandOverEyes(cover)) return 'eyes';
  if (isMouthCovered(cover)) return 'mouth';
  if (areEyesCovered(cover)) return 'eyes';
  return isBrowCovered(cover) ? 'brow' : null;
}

/** Of whole faces only what hides who it is is as sure: hats are told by colour alone. */
const SCORE: Record<Part, number> = { mouth: 0.8, eyes: 0.8, brow: 0.6 };

/** Undefined: no face that is near, light and straight enough to tell. */
export function faceCovered({
  face: { cover, yaw, brightness },
}: {
  face: Pick<FaceObservation, 'cover' | 'yaw' | 'brightness'>;
}): Sighting | null | undefined {
  if (!cover || Math.abs(yaw ?? 0) > WIDEST_YAW || brightness < DARKEST) return undefined;
  const part = coveredPart(cover);
  return part && { score: SCORE[part], detail: { part } };
}
