import type { FaceShape } from './face-observation.ts';
import type { Point } from './similarity-transform.ts';

/** MediaPipe's mesh points: pairs on the lids of both eyes, upper and lower. */
const LIDS = [
  [160, 144],
  [158, 153],
  [387, 373],
  [385, 380],
] as const;
/** The inner edges of both lips, in the middle. */
const LIPS = [13, 14] as const;
/** On the midline: between the eyes, the tip of the nose, and above the upper lip, where no expression moves it much. */
const [BRIDGE, TIP, ABOVE_LIP] = [168, 4, 164];

type At = (point: number) => Point;

const between = (one: Point, other: Point): number => Math.hypot(other.x - one.x, other.y - one.y);

/** `landmarks`: 478 × (x, y, z) in fractions of a picture of `width` × `height` pixels. */
export function faceShape(landmarks: Float32Array, width: number, height: number): FaceShape {
  const at: At = (point) => ({ x: (landmarks[3 * point] ?? 0) * width, y: (landmarks[3 * point + 1] ?? 0) * height });
  const [bridge, tip, lip] = [at(BRIDGE), at(TIP), at(ABOVE_LIP)];
  const [down, nose] = [
    { x: lip.x - bridge.x, y: lip.y - bridge.y },
    { x: tip.x - bridge.x, y: tip.y - bridge.y },
  ];
  const square = down.x ** 2 + down.y ** 2;
  const apart = ([upper, lower]: readonly [number, number]): number =>
    between(at(upper), at(lower)) / Math.sqrt(square);
  return {
    eyes: LIDS.reduce((sum, pair) => sum + apart(pair), 0) / LIDS.length,
    mouth: apart(LIPS),
    noseAside: (down.y * nose.x - down.x * nose.y) / square,
    noseDown: (down.x * nose.x + down.y * nose.y) / square,
  };
}
