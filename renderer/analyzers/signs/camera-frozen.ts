import type { Sighting } from '../../../shared/domain/violations/judge.ts';
import type { FrameLook } from '../frame-look.ts';
import { isBlocked } from './camera-picture.ts';

/**
 * A camera's noise makes each picture another one, however still it is before it. `before`: the print of the last look.
 * Undefined: in the dark behind a cover there is no noise left to tell by.
 */
export function cameraFrozen(
  look: Pick<FrameLook, 'picture' | 'face'>,
  before: number | null,
): Sighting | null | undefined {
  if (isBlocked(look)) return undefined;
  return before !== null && look.picture.print === before ? { score: 1 } : null;
}
