import type { Sighting } from '../../../shared/domain/violations/judge.ts';
import type { FrameLook } from '../frame-look.ts';
import { isBlocked, isEmpty } from './camera-picture.ts';

/** A second face smaller than this, in area beside the first, is a picture on the wall more often than a person. */
const SMALLEST_COMPANION = 0.08;
/** So much of the face's box may lie beyond the picture's edge; a forehead above it hides neither eyes nor mouth. */
const [BEYOND, ABOVE] = [0.12, 0.4];

type Seen = Pick<FrameLook, 'picture' | 'face'>;

/** Undefined: the picture shows nothing, so nobody can be missed in it. */
export function noFace(look: Seen): Sighting | null | undefined {
  if (isBlocked(look)) return undefined;
  if (look.face.faces > 0) return null;
  return { score: 0.9, detail: { cause: isEmpty(look) ? 'picture_blank' : 'picture_clear' } };
}

export function multiplePeople({ face }: Seen): Sighting | null {
  if (face.faces < 2 || face.second < SMALLEST_COMPANION) return null;
  return { score: Math.min(1, 0.7 + face.second), detail: { faces: face.faces } };
}

/** Undefined without a face: that is another kind. */
export function facePartlyOut({ face: { box } }: Seen): Sighting | null | undefined {
  if (!box) return undefined;
  const aside = Math.max(-box.x, box.x + box.width - 1) / box.width;
  const above = -box.y / box.height;
  const below = (box.y + box.height - 1) / box.height;
  const out = Math.max(aside, above, below, 0);
  return aside > BEYOND || below > BEYOND || above > ABOVE
    ? { score: Math.min(1, 0.5 + out), detail: { share: Math.round(out * 100) / 100 } }
    : null;
}
