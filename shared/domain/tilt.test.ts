import { describe, expect, it } from 'vitest';
import { tiltFault, tiltOf } from './tilt.ts';

const EARTH = 9.81;
/** What pulls at an upright phone that was turned by `roll` about its lens, and then leant back by `pitch`. */
function pull(roll: number, pitch = 0, sign = 1) {
  const [turned, leant] = [(roll * Math.PI) / 180, (pitch * Math.PI) / 180];
  return {
    x: sign * EARTH * Math.sin(turned) * Math.cos(leant),
    y: sign * EARTH * Math.cos(turned) * Math.cos(leant),
    z: sign * EARTH * Math.sin(leant),
  };
}

describe('[CAM-3] how a phone stands', () => {
  it.each([
    ['upright', 0, 0, 0, 0],
    ['leaning to the left', -17, 0, 0, 17],
    ['leaning to the right', 17, 0, 0, 17],
    ['on its side, its picture turned with it', 90, 0, 90, 0],
    ['on its side, the other way', -90, 0, 270, 0],
    ['on its side and leaning', 80, 0, 90, 10],
    ['on its side, its picture not turned: the screen is locked', 90, 0, 0, 90],
    ['looking down at a desk', 0, 25, 0, 0],
    ['looking down and leaning', 20, 25, 0, 20],
  ])('%s: by how much its picture leans', (_, roll, pitch, screenAngle, expected) => {
    for (const sign of [1, -1]) expect(tiltOf(pull(roll, pitch, sign), screenAngle)).toEqual({ roll: expected, pitch });
  });

  it('is not told while it is moved, or falls', () => {
    expect(tiltOf({ x: 0, y: 14, z: 3 }, 0)).toBeNull();
    expect(tiltOf({ x: 0, y: 0.2, z: 0 }, 0)).toBeNull();
    expect(tiltFault(null)).toBeNull();
  });

  it('is a fault from where a person would straighten it; lying flat comes before leaning', () => {
    expect(tiltFault({ roll: 11, pitch: 30 })).toBeNull();
    expect(tiltFault({ roll: 12, pitch: 30 })).toBe('tilted');
    expect(tiltFault({ roll: 90, pitch: 0 })).toBe('tilted');
    expect(tiltFault({ roll: 45, pitch: 88 })).toBe('lying');
  });
});
