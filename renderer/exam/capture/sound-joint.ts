/** So many samples are compared: silence aside, no others are like them. */
export const JOINT = 32;
/** Of where it should be, the joint lies no further: the two clocks are read one after the other. */
const ASTRAY = 512;

const isAt = (newest: Float32Array, place: number, tail: Float32Array): boolean => {
  for (let index = 0; index < JOINT; index += 1) if (newest[place - JOINT + index] !== tail[index]) return false;
  return true;
};

/**
 * From where on the newest samples were not taken before: right behind `tail`, the last ones that were, nearest to `expected`.
 * Where it is not found (digital silence is everywhere alike, and found at once) that is as good as any.
 */
export function jointAt(newest: Float32Array, tail: Float32Array, expected: number): number {
  for (let off = 0; off <= ASTRAY; off += 1)
    for (const place of off === 0 ? [expected] : [expected - off, expected + off])
      if (place >= JOINT && place <= newest.length && isAt(newest, place, tail)) return place;
  return Math.min(newest.length, Math.max(0, expected));
}
