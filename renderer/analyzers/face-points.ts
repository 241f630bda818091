import type { Point } from './similarity-transform.ts';

/**
 * Where eyes, nose and mouth corners lie in a 112×112 crop that face recognition models are trained on (ArcFace,
 * insightface `face_align.py`): eye on the left of the picture, eye on the right, nose tip, mouth corners.
 */
export const ARCFACE_POINTS: readonly Point[] = [
  { x: 38.2946, y: 51.6963 },
  { x: 73.5318, y: 51.5014 },
  { x: 56.0252, y: 71.7366 },
  { x: 41.5493, y: 92.3655 },
  { x: 70.7299, y: 92.2041 },
];

/** Side of that crop in pixels. */
export const CROP_SIZE = 112;

/** MediaPipe's mesh points of the same five; an eye is the middle of its two corners, which gaze does not move. */
const FIVE_POINTS = [[33, 133], [362, 263], [4], [61], [291]];

/** The five points in pixels. `landmarks`: 478 × (x, y, z) in fractions of a picture of `width` × `height`. */
export function facePoints(landmarks: Float32Array, width: number, height: number): Point[] {
  return FIVE_POINTS.map((members) => {
    const sum = members.reduce(
      (total, member) => ({
        x: total.x + (landmarks[3 * member] ?? 0),
        y: total.y + (landmarks[3 * member + 1] ?? 0),
      }),
      { x: 0, y: 0 },
    );
    return { x: (sum.x / members.length) * width, y: (sum.y / members.length) * height };
  });
}

/** Distance between the eyes in pixels. */
export function eyeDistance([left, right]: readonly Point[]): number {
  return left && right ? Math.hypot(right.x - left.x, right.y - left.y) : 0;
}
