import { FaceLandmarker } from '@mediapipe/tasks-vision';
import { express } from './face-expression.ts';
import type { Acting } from './film-script.ts';

/** A surface with a picture on it. Positions are pixels of that picture; z grows away from the camera. */
export interface Mesh {
  /** x, y, z of each vertex. */
  positions: Float32Array;
  /** Three vertex numbers a triangle. */
  triangles: Uint16Array;
  /** From this place in `triangles` on lies the inside of the mouth, and so much of the light falls into it, 0..1. */
  mouth: { from: number; light: number };
}

const MESH_POINTS = 468;
/** The outermost points on each side, beside the ears: the head turns about the axis between them. */
const [RIGHT_SIDE, LEFT_SIDE] = [234, 454];

const OVAL = FaceLandmarker.FACE_LANDMARKS_FACE_OVAL.map(({ start }) => start);
/** The tesselation lists the three edges of each triangle one after another. It leaves eyes and mouth open. */
const FACE_TRIANGLES = FaceLandmarker.FACE_LANDMARKS_TESSELATION.map(({ start }) => start);
const OPENINGS = [
  [33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246],
  [263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466],
  [78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191],
];
const OPENING_TRIANGLES = OPENINGS.flatMap(([first = 0, ...rest]) =>
  rest.slice(1).flatMap((point, index) => [first, rest[index] ?? first, point]),
);

/** Around the face, hair and ears follow it a little, and the room does not: rings of the outline, enlarged. */
const RINGS = [
  { size: 1.35, follows: 0.4 },
  { size: 2, follows: 0 },
];

/** Triangles of the bands between the face's outline, the first ring and the second. */
function bandTriangles(): number[] {
  const count = OVAL.length;
  const ring = (number: number, place: number): number =>
    number === 0 ? (OVAL[place % count] ?? 0) : MESH_POINTS + (number - 1) * count + (place % count);
  return RINGS.flatMap((_, number) =>
    OVAL.flatMap((_point, place) => {
      const [near, nearNext] = [ring(number, place), ring(number, place + 1)];
      const [far, farNext] = [ring(number + 1, place), ring(number + 1, place + 1)];
      return [near, nearNext, far, nearNext, farNext, far];
    }),
  );
}

const TRIANGLES = Uint16Array.from([...bandTriangles(), ...FACE_TRIANGLES, ...OPENING_TRIANGLES]);
/** The mouth is the last of the openings: two triangles fewer than it has points. */
const MOUTH_FROM = TRIANGLES.length - 3 * ((OPENINGS.at(-1)?.length ?? 0) - 2);
/** What is left of the light in a mouth that is wide open. */
const MOUTH_LIGHT = 0.15;

/** Degrees by which the surface turns and nods; the landmarker, which knows real heads, sees two thirds of a turn. */
const [TURN, NOD] = [38, 28];

/** Vertices of the face and of the rings around it, each ring vertex standing where `outline` puts it. */
function withRings(
  face: Float32Array,
  light: number,
  outline: (point: number, ring: (typeof RINGS)[number]) => number[],
): Mesh {
  const rings = RINGS.flatMap((ring) => OVAL.flatMap((point) => outline(point, ring)));
  return {
    ...{ positions: Float32Array.from([...face, ...rings]), triangles: TRIANGLES },
    mouth: { from: MOUTH_FROM, light },
  };
}

/** Of what is in front (negative), turned to positive `along`. */
function rotated(along: number, away: number, radians: number): [number, number] {
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  return [along * cos - away * sin, away * cos + along * sin];
}

const x = (points: Float32Array, point: number): number => points[3 * point] ?? 0;
const y = (points: Float32Array, point: number): number => points[3 * point + 1] ?? 0;
const z = (points: Float32Array, point: number): number => points[3 * point + 2] ?? 0;

/**
 * The head of a picture as a surface, and a function that lets it act. `turned`: degrees by which it is turned in the picture, to be
 * taken off, positive to the person's left. `landmarks`: 478 × (x, y, z) in fractions of a picture of `width` × `height`.
 */
export function headMesh(landmarks: Float32Array, width: number, height: number, turned: number) {
  const face = landmarks.slice(0, 3 * MESH_POINTS).map((value, index) => value * (index % 3 === 1 ? height : width));
  const axisX = (x(face, RIGHT_SIDE) + x(face, LEFT_SIDE)) / 2;
  const axisZ = (z(face, RIGHT_SIDE) + z(face, LEFT_SIDE)) / 2;
  const axisY = (y(face, RIGHT_SIDE) + y(face, LEFT_SIDE)) / 2;
  const middleY = OVAL.reduce((sum, point) => sum + y(face, point), 0) / OVAL.length;
  // Behind every point of the face, which is drawn over it.
  const behind = axisZ + width;
  const enlarged = (point: number, size: number): [number, number] => [
    axisX + (x(face, point) - axisX) * size,
    middleY + (y(face, point) - middleY) * size,
  ];
  const still = withRings(face, 1, (point, { size }) => [...enlarged(point, size), behind]);
  const acting = ({ turn_left, turn_right, nod, blink, open_mouth }: Acting): Mesh => {
    const [turn, dip] = [TURN * (turn_left - turn_right) - turned, NOD * nod].map(
      (degrees) => (degrees * Math.PI) / 180,
    );
    const moved = face.slice();
    express(moved, { shut: blink, open: open_mouth });
    for (let point = 0; point < MESH_POINTS; point += 1) {
      const [across, down, away] = [x(moved, point) - axisX, y(moved, point) - axisY, z(moved, point) - axisZ];
      const [aside, back] = rotated(across, away, turn ?? 0);
      const [low, depth] = rotated(down, back, dip ?? 0);
      moved.set([axisX + aside, axisY + low, axisZ + depth], 3 * point);
    }
    return withRings(moved, 1 - (1 - MOUTH_LIGHT) * open_mouth, (point, { size, follows }) => {
      const [left, top] = enlarged(point, size);
      const [right, lower] = [x(moved, point) - x(face, point), y(moved, point) - y(face, point)];
      return [left + follows * right, top + follows * lower, behind];
    });
  };
  return { still, acting };
}
