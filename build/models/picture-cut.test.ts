import { describe, expect, it } from 'vitest';
import { cutPicture, type RgbaImage } from './picture-cut.ts';

/** Red counts columns, green counts rows, tenfold. */
const source: RgbaImage = {
  width: 10,
  height: 10,
  data: Uint8Array.from({ length: 400 }, (_, index) => {
    const pixel = Math.floor(index / 4);
    return [10 * (pixel % 10), 10 * Math.floor(pixel / 10), 7, 255][index % 4] ?? 0;
  }),
};

const pixel = ({ width, data }: RgbaImage, x: number, y: number): number[] => [
  ...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4),
];

describe('cutPicture', () => {
  it('copies the pixels when nothing is turned or scaled', () => {
    const cut = cutPicture(source, { centre: { x: 5, y: 4 }, sourceWidth: 4, roll: 0, size: { width: 4, height: 2 } });
    expect(pixel(cut, 0, 0)).toEqual([30, 30, 7, 255]);
    expect(pixel(cut, 3, 1)).toEqual([60, 40, 7, 255]);
  });

  it('turns counter-clockwise: a quarter turn puts what was on top to the right', () => {
    const cut = cutPicture(source, { centre: { x: 5, y: 5 }, sourceWidth: 2, roll: 90, size: { width: 2, height: 2 } });
    // Across the cut the source's rows go up.
    expect(pixel(cut, 0, 0)).toEqual([40, 50, 7, 255]);
    expect(pixel(cut, 1, 0)).toEqual([40, 40, 7, 255]);
  });

  it('blends between pixels when it enlarges', () => {
    const cut = cutPicture(source, { centre: { x: 5, y: 5 }, sourceWidth: 2, roll: 0, size: { width: 4, height: 4 } });
    expect(pixel(cut, 1, 1).slice(0, 2)).toEqual([43, 43]);
  });

  it('goes on with the border beyond the edge', () => {
    const cut = cutPicture(source, { centre: { x: 0, y: 0 }, sourceWidth: 4, roll: 0, size: { width: 4, height: 4 } });
    expect(pixel(cut, 0, 0)).toEqual([0, 0, 7, 255]);
    expect(pixel(cut, 3, 3)).toEqual([10, 10, 7, 255]);
  });

  it('changes the light of each channel', () => {
    const cut = cutPicture(source, {
      centre: { x: 5, y: 5 },
      sourceWidth: 2,
      roll: 0,
      size: { width: 2, height: 2 },
      light: [0.5, 10, 1],
    });
    expect(pixel(cut, 0, 0)).toEqual([20, 255, 7, 255]);
  });
});
