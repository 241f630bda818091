import type { LivenessAction } from '../../shared/domain/identity.ts';
import type { FaceShape } from './face-observation.ts';

/** What of one face is followed while it acts. */
export interface Bearing extends FaceShape {
  yaw: number;
  pitch: number;
}

/** Head turn and nod, in degrees, that count as deliberate: nobody moves so far unasked while looking at the screen. */
const TURN_DEGREES = 15;
const NOD_DEGREES = 10;
/**
 * By how much the nose must move against the face with them (`FaceShape`): that of seven heads, turned as surfaces, moved by 0.16 to 0.2
 * at some 25 degrees and by 0.11 to 0.14 at a nod of 20; the one in photos of them, turned and bent as far as a face is found in
 * them, by at most 0.063 and 0.012 (`npm run bench -- replay` plays both).
 */
const TURN_PARALLAX = 0.07;
const NOD_PARALLAX = 0.03;
/**
 * Eyes are shut when so little is left of how far they were open: the blink of Soukupová and Čech (2016) is at 0.2 of some 0.3. Those of
 * the same photos kept at least 0.93 of it, however they were moved.
 */
const SHUT = 0.65;
/** Lips apart by so much, some 12 mm: more than in speaking. Those of the photos came to 0.043. */
const WIDE = 0.2;
/** Degrees by which the head may move while eyes and mouth act: a bent picture must not pass for either. */
const STEADY_DEGREES = 10;

/**
 * How much of an action is done, measured from how the face was held at rest: 1 is enough, below 0 is the other way. Null: the head
 * moves where only the eyes or the mouth should.
 */
export function reachOf(action: LivenessAction, rest: Bearing, now: Bearing): number | null {
  const turned = (towards: 1 | -1): number => {
    // From the camera and from rest: a photo of a face that is turned a little needs only to be tilted.
    const degrees = Math.min(towards * now.yaw, towards * (now.yaw - rest.yaw));
    return Math.min(degrees / TURN_DEGREES, (towards * (now.noseAside - rest.noseAside)) / TURN_PARALLAX);
  };
  const steady = Math.max(Math.abs(now.yaw - rest.yaw), Math.abs(now.pitch - rest.pitch)) <= STEADY_DEGREES;
  switch (action) {
    case 'turn_left':
      return turned(1);
    case 'turn_right':
      return turned(-1);
    case 'nod':
      return Math.min((rest.pitch - now.pitch) / NOD_DEGREES, (now.noseDown - rest.noseDown) / NOD_PARALLAX);
    case 'blink':
      return steady ? (1 - now.eyes / rest.eyes) / (1 - SHUT) : null;
    case 'open_mouth':
      return steady ? (now.mouth - rest.mouth) / WIDE : null;
  }
}
