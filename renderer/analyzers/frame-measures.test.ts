import { describe, expect, it } from 'vitest';
import { brightnessOf, lumaOf, sharpnessOf } from './frame-measures.ts';

const grey = (values: number[]): Float32Array =>
  lumaOf(Uint8ClampedArray.from(values.flatMap((value) => [value, value, value, 255])));

describe('frame measures', () => {
  it('weigh the colours as the eye does', () => {
    const [red, green, blue] = lumaOf(Uint8ClampedArray.from([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255]));
    expect([red, green, blue].map((luma) => Math.round(luma ?? 0))).toEqual([76, 150, 29]);
  });

  it('take the mean for the brightness', () => {
    expect(brightnessOf(grey([0, 100, 200, 100]))).toBeCloseTo(100, 3);
  });

  it('call a chequerboard sharp, and the same blurred less so', () => {
    const board = Array.from({ length: 64 }, (_, index) => ((index + Math.floor(index / 8)) % 2 ? 255 : 0));
    const soft = board.map((value) => 120 + value * 0.05);
    expect(sharpnessOf(grey(board), 8)).toBeGreaterThan(100_000);
    expect(sharpnessOf(grey(soft), 8)).toBeLessThan(sharpnessOf(grey(board), 8) / 100);
  });

  it('find no detail in an even wall, whatever its slope of light', () => {
    expect(sharpnessOf(grey(Array.from({ length: 64 }, () => 90)), 8)).toBe(0);
    expect(sharpnessOf(grey(Array.from({ length: 64 }, (_, index) => 3 * (index % 8))), 8)).toBeCloseTo(0, 6);
  });
});
