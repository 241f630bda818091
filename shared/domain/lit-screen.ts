/** Luma 0..255, row by row: fine enough for a screen two metres away, which fills a hundredth of the picture. */
export const FINE_WIDTH = 80;
export const FINE_HEIGHT = 60;

/** What the phone saw while this computer's screen was black, white, black and white. */
export type ScreenSights = readonly [
  black: readonly number[],
  white: readonly number[],
  blackAgain: readonly number[],
  whiteAgain: readonly number[],
];

/** A screen across the room rises by 80 and more between black and white; what it lights up around it by less than 20. */
const RISES = 40;
/** A laptop's screen, seen from the side two metres away and half hidden by whoever sits before it, has twenty. */
const LEAST_CELLS = 8;
/** A larger part of the picture follows only where the lamp is the screen: then the room is too dark to tell. */
const MOST_SHARE = 0.3;

const middle = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[values.length >> 1] ?? 0;

/** The largest patch of cells that touch each other, in cells. */
function largestPatch(lit: readonly boolean[]): number {
  const left = new Set(lit.flatMap((on, cell) => (on ? [cell] : [])));
  let largest = 0;
  for (const first of left) {
    const patch = [first];
    left.delete(first);
    for (const cell of patch) {
      const column = cell % FINE_WIDTH;
      const beside = [column > 0 ? cell - 1 : -1, column < FINE_WIDTH - 1 ? cell + 1 : -1];
      for (const next of [...beside, cell - FINE_WIDTH, cell + FINE_WIDTH]) if (left.delete(next)) patch.push(next);
    }
    largest = Math.max(largest, patch.length);
  }
  return largest;
}

type Sight = readonly number[];

/** By how much each cell became brighter from one to the other, both times. */
const risesOf = (from: readonly [Sight, Sight], to: readonly [Sight, Sight]): number[] =>
  from[0].map((before, cell) => {
    const [later, beforeAgain, laterAgain] = [to[0][cell] ?? 0, from[1][cell] ?? 0, to[1][cell] ?? 0];
    return Math.min(later, laterAgain) - Math.max(before, beforeAgain);
  });

/**
 * Whether a screen that followed this computer's is in the phone's picture. Twice, so that nothing else that became brighter
 * once is taken for it; against the middle of all changes, because a camera answers a bright screen with a darker picture; and
 * only where nothing became as dark meanwhile: that is what a camera or a curtain that moves to and fro does.
 */
export function seesScreen([black, white, blackAgain, whiteAgain]: ScreenSights): boolean {
  const rises = risesOf([black, blackAgain], [white, whiteAgain]);
  const falls = risesOf([white, whiteAgain], [black, blackAgain]);
  const usual = middle(white) - middle(black);
  const risen = largestPatch(rises.map((rise) => rise - usual >= RISES));
  const fallen = largestPatch(falls.map((fall) => fall + usual >= RISES));
  return risen >= LEAST_CELLS && risen <= MOST_SHARE * rises.length && fallen < LEAST_CELLS;
}
