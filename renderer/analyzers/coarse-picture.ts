import type { RearMeasures } from '../../shared/domain/rear-view.ts';
import { brightnessOf, lumaOf, sharpnessOf } from './frame-measures.ts';

/** The size at which a picture is measured, whatever size it came in. */
export const COARSE_WIDTH = 160;
export const COARSE_HEIGHT = 120;
/** The coarse picture has cells of 10x10 of these pixels. */
const CELL = 10;

/** Measures RGBA pixels of 160x120. Faces are another analyser's, how the phone stands is its own to say. */
export function measureCoarse(pixels: Uint8ClampedArray): Omit<RearMeasures, 'face' | 'people' | 'things' | 'tilt'> {
  const luma = lumaOf(pixels);
  const brightness = brightnessOf(luma);
  const spread = luma.reduce((sum, value) => sum + (value - brightness) ** 2, 0) / luma.length;
  const columns = COARSE_WIDTH / CELL;
  const sight = new Array<number>((columns * COARSE_HEIGHT) / CELL).fill(0);
  for (const [index, value] of luma.entries()) {
    const cell = Math.floor(index / COARSE_WIDTH / CELL) * columns + Math.floor((index % COARSE_WIDTH) / CELL);
    sight[cell] = (sight[cell] ?? 0) + value / CELL ** 2;
  }
  return { brightness, contrast: Math.sqrt(spread), sharpness: sharpnessOf(luma, COARSE_WIDTH), sight };
}
