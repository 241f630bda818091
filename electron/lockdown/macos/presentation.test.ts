import { expect, it } from 'vitest';
import { leftOpen } from './presentation.ts';

/** NSApplicationPresentationOptions as Electron 22's kiosk sets them, and what full screen makes of the first two. */
const KIOSK = 0b1_1111_1010;
const FULL_SCREEN_KIOSK = (1 << 10) | 0b1_1111_0101;

it('a kiosk leaves nothing open, also when Dock and menu bar hide by themselves', () => {
  expect(leftOpen(KIOSK)).toEqual([]);
  expect(leftOpen(FULL_SCREEN_KIOSK)).toEqual([]);
});

it('each option that is missing is named', () => {
  expect(leftOpen(0)).toEqual([
    'Dock',
    'menu bar',
    'Apple menu',
    'process switching',
    'force quit',
    'session termination',
    'hiding',
  ]);
  expect(leftOpen(KIOSK & ~(1 << 5))).toEqual(['process switching']);
});
