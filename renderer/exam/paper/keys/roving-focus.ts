/** A place on the screen, as far as choosing the next one goes. */
export interface Place {
  left: number;
  top: number;
}

/** Places in one row may differ by this many pixels. */
const SAME_ROW = 4;

/**
 * Index of the place that an arrow key leads to from `here`; `here` itself where there is none. Left and right go
 * through in reading order; up and down to the nearest of the next row, whatever its layout.
 */
export function placeBeside(places: readonly Place[], here: number, key: string): number {
  const from = places[here];
  if (!from) return here;
  if (key === 'ArrowLeft') return Math.max(0, here - 1);
  if (key === 'ArrowRight') return Math.min(places.length - 1, here + 1);
  const sign = key === 'ArrowDown' ? 1 : -1;
  let best = here;
  let bestRow = Number.POSITIVE_INFINITY;
  let bestAside = Number.POSITIVE_INFINITY;
  for (const [index, { left, top }] of places.entries()) {
    const row = (top - from.top) * sign;
    if (row <= SAME_ROW) continue;
    const aside = Math.abs(left - from.left);
    if (row < bestRow - SAME_ROW || (row <= bestRow + SAME_ROW && aside < bestAside)) {
      [best, bestRow, bestAside] = [index, row, aside];
    }
  }
  return best;
}

const ARROWS = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']);

/** Moves the focus among the buttons of `container`; true when the key was one of its own. */
export function roveFocus(container: HTMLElement, key: string): boolean {
  if (!ARROWS.has(key)) return false;
  const buttons: Element[] = [...container.querySelectorAll('button')];
  const here = document.activeElement ? buttons.indexOf(document.activeElement) : -1;
  if (here < 0) return false;
  const places = buttons.map((button) => button.getBoundingClientRect());
  const there = buttons[placeBeside(places, here, key)];
  if (there instanceof HTMLElement) there.focus();
  return true;
}
