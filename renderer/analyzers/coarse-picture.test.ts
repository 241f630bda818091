import { describe, expect, it } from 'vitest';
import { COARSE_HEIGHT, COARSE_WIDTH, measureCoarse } from './coarse-picture.ts';

/** Made pixel by pixel: a function of the place. Photographs are measured in test/e2e/browser/face-engine.test.ts. */
const picture = (grey: (x: number, y: number) => number) =>
  Uint8ClampedArray.from({ length: 4 * COARSE_WIDTH * COARSE_HEIGHT }, (_, index) => {
    const pixel = Math.floor(index / 4);
    return index % 4 === 3 ? 255 : grey(pixel % COARSE_WIDTH, Math.floor(pixel / COARSE_WIDTH));
  });

describe('the measures of a rear picture', () => {
  it('of one grey are its brightness and nothing else', () => {
    const { brightness, contrast, sharpness, sight } = measureCoarse(picture(() => 90));
    expect([brightness, contrast, sharpness].map(Math.round)).toEqual([90, 0, 0]);
    expect(new Set(sight.map(Math.round))).toEqual(new Set([90]));
  });

  it('of a board of stripes are its mean, its spread and its edges, and where it is light', () => {
    const stripes = measureCoarse(picture((x) => (x % 2 === 0 ? 50 : 150)));
    expect([stripes.brightness, stripes.contrast].map(Math.round)).toEqual([100, 50]);
    expect(stripes.sharpness).toBeGreaterThan(10_000);
    const { sight } = measureCoarse(picture((x, y) => (x < 10 && y >= 110 ? 200 : 0)));
    expect(sight).toHaveLength(192);
    expect(sight.map(Math.round).indexOf(200)).toBe(11 * 16);
  });
});
