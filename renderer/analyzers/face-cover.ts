import type { FaceBox, FaceCover } from './face-observation.ts';
import { CROP_SIZE } from './face-points.ts';

/** MediaPipe's mesh points. */
const BETWEEN_BROWS = [9, 168, 8, 107, 336];
const LOWER_FACE = {
  nose: [4, 5, 1],
  others: [
    [205, 203, 206],
    [425, 423, 426],
    [164, 2],
    [199, 200, 175],
  ],
};
const LIPS = [0, 37, 267, 17, 84, 314];
const AROUND_LIPS = [164, 57, 287, 18, 200];
const EYES = [
  {
    lids: [159, 145, 158, 153, 160, 144, 110, 24, 23, 22, 223, 222, 224],
    under: [22, 23, 24, 110],
    cheek: [117, 118, 119, 50, 101, 205],
  },
  {
    lids: [386, 374, 385, 380, 387, 373, 339, 254, 253, 252, 443, 442, 444],
    under: [252, 253, 254, 339],
    cheek: [346, 347, 348, 280, 330, 425],
  },
];
const FOREHEAD = [
  [69, 108, 67, 109],
  [151, 10],
  [299, 337, 297, 338],
];
const CHEEKS = [117, 118, 119, 50, 101, 346, 347, 348, 280, 330, 6, 197];

/** Half the side of the square that is read around a point: with it noise is averaged away. */
const AROUND = 2;
/** Added to each channel, so that noise in the dark is not taken for a colour. */
const FLOOR = 2;

interface Tint {
  red: number;
  blue: number;
  light: number;
}

const tintOf = ([r, g, b]: readonly [number, number, number]): Tint => ({
  red: Math.log((r + FLOOR) / (g + FLOOR)),
  blue: Math.log((g + FLOOR) / (b + FLOOR)),
  light: Math.log(0.299 * r + 0.587 * g + 0.114 * b + FLOOR),
});

const apart = (one: Tint, other: Tint): number => Math.hypot(one.red - other.red, one.blue - other.blue);
const ascending = (values: readonly number[]): number[] => [...values].sort((left, right) => left - right);
const least = (tints: readonly Tint[], than: Tint): Tint =>
  tints.reduce((best, tint) => (apart(tint, than) < apart(best, than) ? tint : best));

/** `pixels`: RGBA of the face's box at 112×112, `landmarks` in fractions of the picture that the box is of. */
export function faceCover(pixels: Uint8ClampedArray, landmarks: Float32Array, box: FaceBox): FaceCover {
  const place = (value: number, from: number, size: number): number => Math.round(((value - from) / size) * CROP_SIZE);
  const tint = (points: readonly number[]): Tint => {
    const sum: [number, number, number] = [0, 0, 0];
    let count = 0;
    for (const point of points) {
      const column = place(landmarks[3 * point] ?? 0, box.x, box.width);
      const row = place(landmarks[3 * point + 1] ?? 0, box.y, box.height);
      for (let y = Math.max(0, row - AROUND); y <= Math.min(CROP_SIZE - 1, row + AROUND); y += 1) {
        for (let x = Math.max(0, column - AROUND); x <= Math.min(CROP_SIZE - 1, column + AROUND); x += 1) {
          const at = 4 * (y * CROP_SIZE + x);
          for (let channel = 0; channel < 3; channel += 1)
            sum[channel] = (sum[channel] ?? 0) + (pixels[at + channel] ?? 0);
          count += 1;
        }
      }
    }
    const [r, g, b] = sum;
    return tintOf([r / count, g / count, b / count]);
  };

  const bare = tint(BETWEEN_BROWS);
  const nose = tint(LOWER_FACE.nose);
  const others = LOWER_FACE.others.map(tint);
  // Of the five parts the least but one: a shadow or a highlight lies over one of them.
  const lower = ascending([nose, ...others].map((part) => apart(part, bare)))[1] ?? 0;

  const eyes = EYES.map(({ lids, under, cheek }) => {
    const skin = tint(cheek);
    const lights = ascending(lids.map((point) => tint([point]).light - skin.light));
    // Four fifths of the points are darker than this: a lens darkens all of them, lashes and make-up a few.
    return { colour: apart(tint(under), skin), light: lights[Math.floor(lights.length * 0.8)] ?? 0 };
  });

  const cheeks = tint(CHEEKS);
  const brow = least(FOREHEAD.map(tint), cheeks);
  return {
    mouth: {
      colour: Math.min(apart(nose, bare), lower),
      light: ascending([nose, ...others].map((part) => part.light - bare.light))[2] ?? 0,
      lips: tint(LIPS).red - tint(AROUND_LIPS).red,
    },
    eyes: {
      colour: Math.min(...eyes.map(({ colour }) => colour)),
      light: Math.max(...eyes.map(({ light }) => light)),
    },
    brow: { colour: apart(brow, cheeks), light: brow.light - cheeks.light },
  };
}
