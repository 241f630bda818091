import type { Mesh } from './head-mesh.ts';

interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/**
 * Draws `picture` as it looks when the surface `from` on it has become `to`: over the picture itself, the nearer
 * triangle hiding the farther.
 */
export function drawTextured(picture: Pixels, from: Mesh, to: Mesh, target: Uint8ClampedArray): void {
  target.set(picture.data);
  const depth = new Float32Array(picture.width * picture.height).fill(Number.POSITIVE_INFINITY);
  for (let at = 0; at < to.triangles.length; at += 3) drawTriangle(picture, from, to, at, target, depth);
}

const at = (values: Float32Array | Uint8ClampedArray | Uint16Array, index: number): number => values[index] ?? 0;

function drawTriangle(
  picture: Pixels,
  from: Mesh,
  to: Mesh,
  first: number,
  target: Uint8ClampedArray,
  depth: Float32Array,
): void {
  const [a, b, c] = [0, 1, 2].map((corner) => 3 * at(to.triangles, first + corner)) as [number, number, number];
  const [ax, ay] = [at(to.positions, a), at(to.positions, a + 1)];
  const [bx, by] = [at(to.positions, b), at(to.positions, b + 1)];
  const [cx, cy] = [at(to.positions, c), at(to.positions, c + 1)];
  const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
  if (area === 0) return;
  const mixed = (values: Float32Array, offset: number, u: number, v: number): number =>
    at(values, a + offset) * (1 - u - v) + at(values, b + offset) * u + at(values, c + offset) * v;
  const light = first >= to.mouth.from ? to.mouth.light : 1;
  const right = Math.min(picture.width - 1, Math.floor(Math.max(ax, bx, cx)));
  const bottom = Math.min(picture.height - 1, Math.floor(Math.max(ay, by, cy)));
  for (let y = Math.max(0, Math.ceil(Math.min(ay, by, cy))); y <= bottom; y += 1) {
    for (let x = Math.max(0, Math.ceil(Math.min(ax, bx, cx))); x <= right; x += 1) {
      const u = ((x - ax) * (cy - ay) - (cx - ax) * (y - ay)) / area;
      const v = ((bx - ax) * (y - ay) - (x - ax) * (by - ay)) / area;
      if (u < 0 || v < 0 || u + v > 1) continue;
      const pixel = y * picture.width + x;
      const away = mixed(to.positions, 2, u, v);
      if (away >= at(depth, pixel)) continue;
      depth[pixel] = away;
      copyColour(picture, mixed(from.positions, 0, u, v), mixed(from.positions, 1, u, v), light, target, 4 * pixel);
    }
  }
}

/** The colour between four pixels, so much of it; beyond the edge the border goes on. */
function copyColour(
  { width, height, data }: Pixels,
  x: number,
  y: number,
  light: number,
  target: Uint8ClampedArray,
  to: number,
): void {
  const left = Math.max(0, Math.min(width - 2, Math.floor(x)));
  const top = Math.max(0, Math.min(height - 2, Math.floor(y)));
  const [u, v] = [Math.max(0, Math.min(1, x - left)), Math.max(0, Math.min(1, y - top))];
  const corner = 4 * (top * width + left);
  for (let channel = 0; channel < 3; channel += 1) {
    const here = corner + channel;
    const upper = at(data, here) * (1 - u) + at(data, here + 4) * u;
    const lower = at(data, here + 4 * width) * (1 - u) + at(data, here + 4 * width + 4) * u;
    target[to + channel] = light * (upper * (1 - v) + lower * v);
  }
}
