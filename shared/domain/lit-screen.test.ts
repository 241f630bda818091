import { describe, expect, it } from 'vitest';
import { FINE_HEIGHT, FINE_WIDTH, type ScreenSights, seesScreen } from './lit-screen.ts';

const CELLS = FINE_WIDTH * FINE_HEIGHT;
/** A room with light and shade, and what a camera adds to it by itself. */
const room = (turn: number): number[] =>
  Array.from({ length: CELLS }, (_, cell) => 60 + ((cell * 37) % 90) + ((cell * 13 + turn * 7) % 9));
const inside = (cell: number, [x, y, width, height]: readonly number[]): boolean => {
  const [column, row] = [cell % FINE_WIDTH, Math.floor(cell / FINE_WIDTH)];
  return column >= (x ?? 0) && column < (x ?? 0) + (width ?? 0) && row >= (y ?? 0) && row < (y ?? 0) + (height ?? 0);
};
/** Four pictures in which a place shows what is told of it; the rest is the room, `exposed` brighter. */
const sights = (place: readonly number[], lumas: readonly [number, number, number, number], exposed = [0, 0, 0, 0]) =>
  lumas.map((luma, turn) =>
    room(turn).map((value, cell) => (inside(cell, place) ? luma : value + (exposed[turn] ?? 0))),
  ) as unknown as ScreenSights;

/** The dark edge of a cupboard is here in one picture and there in the next. */
function swaying(): ScreenSights {
  const [here, there] = [sights([20, 10, 4, 20], [30, 150, 30, 150]), sights([24, 10, 4, 20], [150, 30, 150, 30])];
  return here.map((sight, turn) =>
    sight.map((luma, cell) => (inside(cell, [24, 10, 4, 20]) ? (there[turn]?.[cell] ?? 0) : luma)),
  ) as unknown as ScreenSights;
}

const SMALL = [38, 20, 6, 5] as const;

describe('[CAM-3] a screen that this computer makes black and white', () => {
  it('is seen where the phone’s picture follows it twice, also by a camera that darkens for it', () => {
    expect(seesScreen(sights(SMALL, [30, 210, 34, 206]))).toBe(true);
    expect(seesScreen(sights(SMALL, [30, 190, 34, 186], [0, -18, 0, -18]))).toBe(true);
  });

  it.each<[string, ScreenSights]>([
    ['nothing follows', sights(SMALL, [100, 100, 100, 100])],
    ['something became bright once and stayed so: a lamp', sights(SMALL, [30, 210, 210, 210])],
    ['somebody in white walked by once', sights(SMALL, [30, 210, 30, 30])],
    ['only its glow on a wall follows', sights([20, 10, 30, 20], [90, 112, 90, 112])],
    ['a speck follows: a light of a device', sights([10, 10, 2, 2], [30, 210, 30, 210])],
    ['all the room follows: nothing else lights it', sights([0, 0, 60, 60], [20, 120, 20, 120])],
    ['the picture moves to and fro, as a camera in somebody’s hand', swaying()],
    ['the whole picture became brighter', sights(SMALL, [100, 140, 100, 140], [0, 40, 0, 40])],
  ])('is not, where %s', (_, shown) => {
    expect(seesScreen(shown)).toBe(false);
  });
});
