import type { CellPlace, CellRange } from '../workbooks/cell.ts';

type Axis = keyof CellPlace;

/**
 * Which of these places along one axis, in ascending order, lie in a merged range that crosses the line `at` of the
 * other axis. The ranges are gone through once and none of them is walked: one may span a whole sheet, or there may be
 * very many.
 */
export function mergedPlaces(
  merged: readonly CellRange[],
  { along, at, places }: { along: Axis; at: number; places: readonly number[] },
): Set<number> {
  const across = along === 'row' ? 'column' : 'row';
  const crossing = merged
    .filter(({ from, to }) => from[across] <= at && at <= to[across])
    .sort((a, b) => a.from[along] - b.from[along]);
  const found = new Set<number>();
  let next = 0;
  let until = 0;
  for (const place of places) {
    for (let range = crossing[next]; range && range.from[along] <= place; range = crossing[next]) {
      until = Math.max(until, range.to[along]);
      next += 1;
    }
    if (place <= until) found.add(place);
  }
  return found;
}
