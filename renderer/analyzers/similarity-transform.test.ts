import { describe, expect, it } from 'vitest';
import { ARCFACE_POINTS } from './face-points.ts';
import { type Point, type SimilarityTransform, similarityTransform } from './similarity-transform.ts';

const apply = ({ a, b, c, d, e, f }: SimilarityTransform, { x, y }: Point): Point => ({
  x: a * x + c * y + e,
  y: b * x + d * y + f,
});

describe('similarityTransform', () => {
  it('undoes a turn, a scale and a shift', () => {
    const [cos, sin] = [2 * Math.cos(0.7), 2 * Math.sin(0.7)];
    const moved = ARCFACE_POINTS.map(({ x, y }) => ({ x: cos * x - sin * y + 100, y: sin * x + cos * y - 40 }));
    const back = similarityTransform(moved, ARCFACE_POINTS);
    for (const [index, point] of moved.entries()) {
      expect(apply(back, point).x).toBeCloseTo(ARCFACE_POINTS[index]?.x ?? Number.NaN, 9);
      expect(apply(back, point).y).toBeCloseTo(ARCFACE_POINTS[index]?.y ?? Number.NaN, 9);
    }
  });

  it('does not mirror, even where that would fit better', () => {
    const mirrored = ARCFACE_POINTS.map(({ x, y }) => ({ x: -x, y }));
    const { a, b, c, d } = similarityTransform(mirrored, ARCFACE_POINTS);
    expect(a * d - b * c).toBeGreaterThanOrEqual(0);
  });

  it('takes the least squares when no transform fits exactly', () => {
    const square = [
      { x: 0, y: 0 },
      { x: 2, y: 0 },
      { x: 2, y: 2 },
      { x: 0, y: 2 },
    ];
    const wide = square.map(({ x, y }) => ({ x: 2 * x, y }));
    expect(similarityTransform(square, wide)).toMatchObject({ a: 1.5, b: 0, e: 0.5, f: -0.5 });
  });

  it('refuses what has no answer', () => {
    const same = [ARCFACE_POINTS[0], ARCFACE_POINTS[0]] as Point[];
    expect(() => similarityTransform(same, same)).toThrow(RangeError);
    expect(() => similarityTransform(same, [])).toThrow(RangeError);
  });
});
