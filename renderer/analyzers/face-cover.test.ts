import { describe, expect, it } from 'vitest';
import { faceCover } from './face-cover.ts';
import { CROP_SIZE } from './face-points.ts';
import { coveredPart } from './signs/face-covered.ts';

type Rgb = readonly [number, number, number];
/** Part of the face's box, in fractions: from x, from y, to x, to y. */
type Area = readonly [number, number, number, number];

const BOX = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 };
const FOREHEAD: Area = [0, 0, 1, 0.22];
const EYES: Area = [0.1, 0.3, 0.9, 0.46];
const BAND: Area = [0, 0.24, 1, 0.54];
const LOWER: Area = [0, 0.56, 1, 1];
const LIPS: Area = [0.35, 0.72, 0.65, 0.8];

/** Where this face has the points that are looked at. */
const POINTS: readonly (readonly [readonly number[], number, number])[] = [
  [[69, 108, 67, 109], 0.25, 0.1],
  [[151, 10], 0.5, 0.1],
  [[299, 337, 297, 338], 0.75, 0.1],
  [[9, 168, 8, 107, 336], 0.5, 0.27],
  [[159, 145, 158, 153, 160, 144, 110, 24, 23, 22, 223, 222, 224], 0.25, 0.38],
  [[386, 374, 385, 380, 387, 373, 339, 254, 253, 252, 443, 442, 444], 0.75, 0.38],
  [[117, 118, 119, 50, 101], 0.2, 0.51],
  [[346, 347, 348, 280, 330], 0.8, 0.51],
  [[6, 197], 0.5, 0.48],
  [[4, 5, 1], 0.5, 0.6],
  [[205, 203, 206], 0.25, 0.65],
  [[425, 423, 426], 0.75, 0.65],
  [[164, 2], 0.5, 0.67],
  [[0, 37, 267, 17, 84, 314], 0.5, 0.76],
  [[57, 287, 18, 200, 199, 175], 0.5, 0.9],
];
const landmarks = new Float32Array(478 * 3);
for (const [points, x, y] of POINTS)
  for (const point of points) landmarks.set([BOX.x + x * BOX.width, BOX.y + y * BOX.height], 3 * point);

/** A face of that skin with what is laid over it, in that light: a factor for each channel. */
function covered(skin: Rgb, over: readonly (readonly [Area, Rgb])[], light: Rgb = [1, 1, 1]) {
  const pixels = new Uint8ClampedArray(4 * CROP_SIZE * CROP_SIZE);
  const lips: Rgb = [skin[0] * 0.85, skin[1] * 0.6, skin[2] * 0.65];
  for (const [[left, top, right, bottom], colour] of [[[0, 0, 1, 1], skin], [LIPS, lips], ...over] as const)
    for (let y = Math.floor((top ?? 0) * CROP_SIZE); y < (bottom ?? 0) * CROP_SIZE; y += 1)
      for (let x = Math.floor((left ?? 0) * CROP_SIZE); x < (right ?? 0) * CROP_SIZE; x += 1)
        pixels.set(colour?.map((value, channel) => value * (light[channel] ?? 1)) ?? [], 4 * (y * CROP_SIZE + x));
  return coveredPart(faceCover(pixels, landmarks, BOX));
}

const SKINS: Rgb[] = [
  [225, 185, 165],
  [190, 140, 115],
  [110, 75, 58],
];
const LIGHTS: Rgb[] = [
  [1, 1, 1],
  [0.35, 0.35, 0.35],
  [1, 0.85, 0.6],
  [0.7, 0.85, 1],
];

describe.each(SKINS)('a face of the colour %i %i %i', (...skin) => {
  it.each(LIGHTS)('is bare in a light of %f %f %f', (...light) => {
    expect(covered(skin, [], light)).toBeNull();
  });

  it.each(LIGHTS)('is known to be masked, behind dark glasses and under a hat in a light of %f %f %f', (...light) => {
    expect(covered(skin, [[LOWER, [120, 190, 225]]], light)).toBe('mouth');
    expect(covered(skin, [[LOWER, [20, 20, 22]]], light)).toBe('mouth');
    expect(covered(skin, [[EYES, [12, 12, 14]]], light)).toBe('eyes');
    expect(covered(skin, [[FOREHEAD, [30, 60, 150]]], light)).toBe('brow');
  });

  it.each(LIGHTS)('is known to have a black band over its eyes in a light of %f %f %f', (...light) => {
    expect(covered(skin, [[BAND, [16, 16, 16]]], light)).toBe('eyes');
  });

  it('is not covered by dark hair over the brow, nor by a beard around the lips', () => {
    expect(covered(skin, [[FOREHEAD, [30, 24, 21]]])).toBeNull();
    const beard = skin.map((value) => value * 0.5) as unknown as Rgb;
    const lips: Rgb = [skin[0] * 0.85, skin[1] * 0.6, skin[2] * 0.65];
    expect(
      covered(skin, [
        [[0, 0.7, 1, 1], beard],
        [LIPS, lips],
      ]),
    ).toBeNull();
  });
});
