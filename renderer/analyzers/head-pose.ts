import type { HeadPose } from './face-observation.ts';

const degrees = (radians: number): number => (radians * 180) / Math.PI;

/**
 * Pose from FaceLandmarker's facial transformation matrix: 16 numbers, column by column, which take the canonical face
 * (x to the right of the picture, y up, z out of the face towards the camera) into the camera's space.
 */
export function headPose(matrix: readonly number[]): HeadPose {
  if (matrix.length !== 16) throw new RangeError(`a 4×4 matrix has 16 numbers, not ${matrix.length}`);
  const [xx = 0, xy = 0, xz = 0, , , , , , zx = 0, zy = 0, zz = 0] = matrix;
  return {
    yaw: degrees(Math.atan2(zx, zz)),
    pitch: degrees(Math.atan2(zy, Math.hypot(zx, zz))),
    roll: degrees(Math.atan2(xy, Math.hypot(xx, xz))),
  };
}
