import type { Sighting } from '../../../shared/domain/violations/judge.ts';
import type { FrameLook } from '../frame-look.ts';

/** Standard deviation of luma below which there is nothing to see. */
const EMPTY_CONTRAST = 12;
/** Mean luma (0..255) below which an empty picture is a covered lens; a brighter one may be a bare wall. */
const COVERED_BRIGHTNESS = 50;
/** Of a face, or of a whole picture without one. */
const DARK_FACE = 45;
const DARK_PICTURE = 35;

type Seen = Pick<FrameLook, 'picture' | 'face'>;

/** Whether the picture shows next to nothing: whatever is not seen in it means little. */
export const isEmpty = ({ picture, face }: Seen): boolean => face.faces === 0 && picture.contrast < EMPTY_CONTRAST;

export const isBlocked = (look: Seen): boolean => isEmpty(look) && look.picture.brightness < COVERED_BRIGHTNESS;

/** Something lies over the lens. */
export function cameraBlocked(look: Seen): Sighting | null {
  return isBlocked(look) ? { score: 1 - look.picture.contrast / (2 * EMPTY_CONTRAST) } : null;
}

/** Too dark to tell who it is. */
export function poorLight(look: Seen): Sighting | null {
  if (isBlocked(look)) return null;
  const [brightness, dark] =
    look.face.faces > 0 ? [look.face.brightness, DARK_FACE] : [look.picture.brightness, DARK_PICTURE];
  return brightness < dark ? { score: 1 - brightness / (2 * dark) } : null;
}
