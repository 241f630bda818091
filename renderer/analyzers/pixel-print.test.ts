import { describe, expect, it } from 'vitest';
import { pixelPrint } from './pixel-print.ts';

/** Pixels of a picture: noise that depends on `seed` alone. */
function noise(seed: number): Uint8ClampedArray {
  let state = seed;
  return Uint8ClampedArray.from({ length: 4 * 160 * 120 }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state >> 16;
  });
}

describe('the print of a picture', () => {
  it('is the same for the same pixels, and another when one of them changes by the least there is', () => {
    const pixels = noise(1);
    expect(pixelPrint(noise(1))).toBe(pixelPrint(pixels));
    for (const at of [0, 1, 2, 40_000, pixels.length - 2]) {
      const changed = pixels.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(pixelPrint(changed)).not.toBe(pixelPrint(pixels));
    }
  });

  it('uses all of its 53 bits', () => {
    const prints = Array.from({ length: 60 }, (_, seed) => pixelPrint(noise(seed + 1)));
    expect(prints.every(Number.isSafeInteger)).toBe(true);
    for (let bit = 0; bit < 53; bit += 1) {
      const set = prints.filter((print) => Math.floor(print / 2 ** bit) % 2 === 1).length;
      expect(set).toBeGreaterThan(12);
      expect(set).toBeLessThan(48);
    }
  });
});
