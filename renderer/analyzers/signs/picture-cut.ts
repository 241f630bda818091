import type { FrameLook } from '../frame-look.ts';
import { overlap } from '../objects/decode.ts';

/** Of the two boxes' common area so much is shared by those of one head that moves from look to look. */
const SAME_PLACE = 0.5;
/** Steps of luma that a room's light takes only when it is switched. */
const [BRIGHTER, SHARPER] = [20, 15];

type Seen = Pick<FrameLook, 'picture' | 'face'>;

/** Whether from one look to the next all is another picture: a film's cut, or people who changed places out of sight. */
export function isPictureCut(before: Seen, now: Seen): boolean {
  if (!before.face.box || !now.face.box) return false;
  return (
    overlap(before.face.box, now.face.box) < SAME_PLACE ||
    Math.abs(before.picture.brightness - now.picture.brightness) > BRIGHTER ||
    Math.abs(before.picture.contrast - now.picture.contrast) > SHARPER
  );
}
