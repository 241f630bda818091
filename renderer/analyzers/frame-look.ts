import type { FaceObservation, FaceTemplate } from './face-observation.ts';

/** Everything that one look at a camera's picture tells. */
export interface FrameLook {
  /** Luma 0..255 of the whole picture. `print`: equal for equal pixels at 160x120, else almost surely another. */
  picture: { brightness: number; contrast: number; sharpness: number; print: number };
  face: FaceObservation;
  /** Null where it was not asked for. */
  template: FaceTemplate | null;
  /** What it took, ms. */
  tookMs: number;
}
