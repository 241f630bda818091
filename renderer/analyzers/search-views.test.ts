import { describe, expect, it } from 'vitest';
import { searchViews } from './search-views.ts';

describe('where a face is looked for in a picture', () => {
  it('first the picture itself, then with room around it, then closer parts', () => {
    const [whole, roomy, ...parts] = searchViews(1000, 800);
    expect(whole).toEqual({ x: 0, y: 0, width: 1000, height: 800 });
    expect(roomy).toEqual({ x: -500, y: -400, width: 2000, height: 1600 });
    expect(parts).toHaveLength(5 + 17);
    for (const { x, y, width, height } of parts) {
      expect(x >= 0 && y >= 0 && x + width <= 1000 && y + height <= 800).toBe(true);
    }
  });

  it('looks no closer at a small picture: there is nothing more to see in it', () => {
    expect(searchViews(200, 160)).toHaveLength(2);
  });
});
