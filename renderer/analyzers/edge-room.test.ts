import { describe, expect, it } from 'vitest';
import { isCut, withoutRoom } from './edge-room.ts';

describe('a face that the picture’s edge cuts', () => {
  it('is where it is in the picture, not in the one with room around it', () => {
    expect(withoutRoom({ x: 0.1, y: 0.1, width: 0.8, height: 0.8 })).toEqual({ x: 0, y: 0, width: 1, height: 1 });
    const { x, width } = withoutRoom({ x: 0.05, y: 0.3, width: 0.2, height: 0.3 });
    expect(x).toBeCloseTo(-0.0625);
    expect(width).toBeCloseTo(0.25);
  });

  it('is one only where some of it is beyond', () => {
    const at = (x: number, y: number) => isCut({ x, y, width: 0.3, height: 0.4 });
    expect([at(0.3, 0.3), at(-0.01, 0.3), at(0.71, 0.61)]).toEqual([false, false, false]);
    expect([at(-0.1, 0.3), at(0.8, 0.3), at(0.3, -0.1), at(0.3, 0.7)]).toEqual([true, true, true, true]);
  });
});
