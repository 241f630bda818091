import { describe, expect, it } from 'vitest';
import { lastingFault, likeness, type RearFault, type RearMeasures, rearFaults } from './rear-view.ts';

const sight = Array.from({ length: 192 }, (_, index) => 60 + ((index * 37) % 120));
/** As photographs of rooms with people measure: 45 to 207, 39 to 83, 439 to 2139. */
const people = [{ score: 0.8, box: { x: 0.3, y: 0.25, width: 0.35, height: 0.7 } }];
const good: RearMeasures = {
  brightness: 120,
  contrast: 60,
  sharpness: 700,
  sight,
  face: null,
  people,
  things: [],
  tilt: null,
};
const at = (x: number, y: number, width: number, height: number, score = 0.8) => ({
  people: [{ score, box: { x, y, width, height } }],
});
const faults = (over: Partial<RearMeasures>, before: number[] | null = null) =>
  rearFaults({ ...good, ...over }, before);

describe('a picture of the second camera', () => {
  it('[LOCK-3] [CAM-3] of somebody seen from behind or from the side, in a lit room, has nothing against it', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ face: { width: 0.12, yaw: -60 } })).toEqual([]);
    // A portrait on the wall.
    expect(faults({ face: { width: 0.03, yaw: 0 } })).toEqual([]);
    expect(faults({ tilt: { roll: 4, pitch: 22 } })).toEqual([]);
    // From behind a model is less sure; where none ran nobody is missed.
    expect(faults(at(0.3, 0.25, 0.35, 0.7, 0.35))).toEqual([]);
    expect(faults({ people: null })).toEqual([]);
  });

  it.each<[string, Partial<RearMeasures>, RearFault[]]>([
    ['a thumb or a pocket', { brightness: 122, contrast: 5, sharpness: 1 }, ['covered']],
    ['a dark room', { brightness: 27, contrast: 32, sharpness: 403 }, ['too_dark']],
    ['a lamp in the lens', { brightness: 248, contrast: 14, sharpness: 100 }, ['too_bright']],
    ['a lens out of focus', { brightness: 121, contrast: 57, sharpness: 8 }, ['blurred']],
    ['an empty chair', { people: [] }, ['nobody']],
    ['a back that hides desk and screen', at(0.05, 0, 0.85, 1), ['too_near']],
    ['a phone across the hall', at(0.45, 0.4, 0.1, 0.2), ['too_far']],
    ['half a person at the edge', at(-0.1, 0.3, 0.2, 0.6), ['aside']],
    ['nobody in the dark, where nobody could be seen', { brightness: 20, people: [] }, ['too_dark']],
    ['a face that looks into the phone', { face: { width: 0.15, yaw: 12 } }, ['from_front']],
    ['a phone that leans to one side', { tilt: { roll: 20, pitch: 10 } }, ['tilted']],
    [
      'a phone that lies on the desk',
      { contrast: 5, sharpness: 1, tilt: { roll: 2, pitch: 89 } },
      ['lying', 'covered'],
    ],
  ])('tells %s', (_, over, expected) => {
    expect(faults(over)).toEqual(expected);
  });

  it('tells that the phone was moved, not that a lamp was switched on or that somebody leant over', () => {
    const brighter = sight.map((luma) => luma * 0.5 + 90);
    const leaning = sight.map((luma, index) => (index % 16 < 4 ? 40 : luma));
    const elsewhere = sight.map((_, index) => sight[(index * 53) % sight.length] ?? 0);
    expect(likeness(sight, brighter)).toBeCloseTo(1);
    expect(faults({ sight: brighter }, sight)).toEqual([]);
    expect(faults({ sight: leaning }, sight)).toEqual([]);
    expect(likeness(sight, elsewhere)).toBeLessThan(0.4);
    expect(faults({ sight: elsewhere }, sight)).toEqual(['moved']);
    // Nothing is seen, so nothing is said about where.
    expect(faults({ contrast: 2, sight: sight.map(() => 120) }, sight)).toEqual(['covered']);
  });

  it('is believed only when the next one says the same', () => {
    expect(lastingFault([['moved']])).toBeNull();
    expect(lastingFault([['moved'], []])).toBeNull();
    expect(lastingFault([['too_dark'], ['moved']])).toBeNull();
    expect(lastingFault([[], ['moved', 'blurred'], ['blurred']])).toBe('blurred');
    expect(
      lastingFault([
        ['too_dark', 'moved'],
        ['too_dark', 'moved'],
      ]),
    ).toBe('too_dark');
  });
});
