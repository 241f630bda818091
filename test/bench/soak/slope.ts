export interface Slope {
  /** Per unit of x. */
  slope: number;
  /** Half the width of its 95 % interval. */
  within: number;
}

/** Student's t at 97.5 % (Cornish-Fisher about the normal quantile; within 1 % from five degrees of freedom on). */
function studentT(degrees: number): number {
  const z = 1.959964;
  return z + (z ** 3 + z) / (4 * degrees) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2);
}

/**
 * The straight line through points (least squares), and how sure its slope is. Neighbouring points of a memory are alike, which
 * makes a plain interval too narrow: it is widened by the correlation of neighbours' distances from the line (Bartlett 1935).
 * NaN of fewer than five points.
 */
export function slopeOf(points: readonly (readonly [number, number])[]): Slope {
  const count = points.length;
  if (count < 5) return { slope: Number.NaN, within: Number.NaN };
  const mean = (of: 0 | 1): number => points.reduce((sum, point) => sum + point[of], 0) / count;
  const [middle, level] = [mean(0), mean(1)];
  const spread = points.reduce((sum, [x]) => sum + (x - middle) ** 2, 0);
  const slope = points.reduce((sum, [x, y]) => sum + (x - middle) * (y - level), 0) / spread;
  const off = points.map(([x, y]) => y - level - slope * (x - middle));
  const squares = off.reduce((sum, one) => sum + one ** 2, 0);
  if (squares === 0) return { slope, within: 0 };
  const alike = off.slice(1).reduce((sum, one, before) => sum + one * (off[before] ?? 0), 0) / squares;
  const likeness = Math.min(0.9, Math.max(0, alike));
  const free = Math.max(3, (count * (1 - likeness)) / (1 + likeness) - 2);
  return { slope, within: studentT(free) * Math.sqrt(squares / free / spread) };
}
