/** How a page of tiles is laid out. `compact`: tiles too narrow for more than a name and a state. */
export interface WallGrid {
  columns: number;
  compact: boolean;
}

export interface GridRoom {
  width: number;
  height: number;
}

/** The tile's measures of `WallTile.module.css`, in pixels. */
const GAP = 8;
const EDGE = 6;
const PADDING = 4;
const BETWEEN = 4;
const TEXT_HEIGHT = { compact: 48, full: 84 };
/** Narrower than this no line of the full tile fits. */
const FULL_FROM = 310;
/** A picture narrower than this shows nothing any more: the page scrolls instead. */
const NARROWEST_PICTURE = 72;

/**
 * The largest tiles with which `tiles` of them are all on the screen at once; where they would be too small to look at,
 * the smallest that are not, and the page scrolls. `pictures`: how many side by side in a tile.
 */
export function wallGrid({ width, height }: GridRoom, tiles: number, pictures: 1 | 2): WallGrid {
  let grid: WallGrid = { columns: 1, compact: false };
  for (let columns = 1; columns <= tiles; columns += 1) {
    const tile = (width - (columns - 1) * GAP) / columns;
    const picture = (tile - EDGE - 2 * PADDING - (pictures - 1) * BETWEEN) / pictures;
    if (columns > 1 && picture < NARROWEST_PICTURE) break;
    const compact = tile < FULL_FROM;
    grid = { columns, compact };
    const rows = Math.ceil(tiles / columns);
    const tileHeight = (picture * 3) / 4 + 2 * PADDING + 2 + TEXT_HEIGHT[compact ? 'compact' : 'full'];
    if (rows * tileHeight + (rows - 1) * GAP <= height) break;
  }
  return grid;
}
