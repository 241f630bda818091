import { describe, expect, it } from 'vitest';
import { wallGrid } from './wall-grid.ts';

/** What the wall has of a screen: less the attention column, the header and the bar above the tiles. */
const FULL_HD = { width: 1_578, height: 900 };
const LAPTOP = { width: 1_024, height: 560 };

describe('the grid of the wall', () => {
  it('shows fifty candidates with both cameras at once on a large screen', () => {
    const { columns, compact } = wallGrid(FULL_HD, 50, 2);
    expect({ columns, compact }).toEqual({ columns: 9, compact: true });
  });

  it('gives twenty-five larger tiles, and one camera larger pictures', () => {
    expect(wallGrid(FULL_HD, 25, 2).columns).toBeLessThan(wallGrid(FULL_HD, 50, 2).columns);
    expect(wallGrid(FULL_HD, 25, 1).columns).toBeLessThanOrEqual(7);
  });

  it('says everything of a few candidates, and scrolls rather than showing pictures nobody can see', () => {
    expect(wallGrid(FULL_HD, 3, 2)).toEqual({ columns: 2, compact: false });
    expect(wallGrid(LAPTOP, 50, 2).columns).toBe(6);
    expect(wallGrid({ width: 0, height: 0 }, 50, 2)).toEqual({ columns: 1, compact: true });
  });
});
