export interface Point {
  x: number;
  y: number;
}

/**
 * Turn, scale and shift in the plane, as canvas takes it: x' = a·x + c·y + e, y' = b·x + d·y + f,
 * with d = a and c = -b because nothing is sheared or mirrored.
 */
export interface SimilarityTransform {
  a: number;
  b: number;
  c: number;
  d: number;
  e: number;
  f: number;
}

function centroid(points: readonly Point[]): Point {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

/**
 * The transform that brings `from` onto `to` with the least sum of squared distances (Umeyama 1991, in two dimensions,
 * where it has a closed form). Throws RangeError when the points are fewer than two, or all the same.
 */
export function similarityTransform(from: readonly Point[], to: readonly Point[]): SimilarityTransform {
  if (from.length !== to.length || from.length < 2) throw new RangeError('two equally long lists of points are needed');
  const source = centroid(from);
  const target = centroid(to);
  let along = 0;
  let across = 0;
  let spread = 0;
  for (const [index, point] of from.entries()) {
    const other = to[index] ?? target;
    const [x, y] = [point.x - source.x, point.y - source.y];
    const [u, v] = [other.x - target.x, other.y - target.y];
    along += x * u + y * v;
    across += x * v - y * u;
    spread += x * x + y * y;
  }
  if (spread === 0) throw new RangeError('all points are the same');
  const a = along / spread;
  const b = across / spread;
  return { a, b, c: -b, d: a, e: target.x - a * source.x + b * source.y, f: target.y - b * source.x - a * source.y };
}
