import type { FaceBox } from './face-observation.ts';

/** The box around all landmarks of a face; it may reach beyond the picture. */
export function boxOf(landmarks: Float32Array): FaceBox {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at + 1 < landmarks.length; at += 3) {
    const x = landmarks[at] ?? 0;
    const y = landmarks[at + 1] ?? 0;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export const areaOf = ({ width, height }: FaceBox): number => width * height;

export const WHOLE_FRAME: FaceBox = { x: 0, y: 0, width: 1, height: 1 };

/** Whether the box lies inside the picture. */
export function isInside({ x, y, width, height }: FaceBox): boolean {
  return x >= 0 && y >= 0 && x + width <= 1 && y + height <= 1;
}
