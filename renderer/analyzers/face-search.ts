import type { FaceLandmarker } from '@mediapipe/tasks-vision';
import type { FaceObservation } from './face-observation.ts';
import { observeFaces, readableCanvas } from './face-observer.ts';
import { searchViews } from './search-views.ts';

/** A picture in which a face was looked for, at `scale` of the original's pixels, and what was seen in it. */
export interface SearchedPicture {
  picture: ImageBitmap | OffscreenCanvas;
  scale: number;
  seen: FaceObservation;
}

/** Pixels of the longer side beyond which a face gets no clearer. */
const LARGEST_SIDE = 1600;

/**
 * Looks for a face in the whole picture, and, where there is none, in other views of it. For pictures that cannot be taken
 * again, such as a registered photo: a live camera is looked at once a frame.
 */
export function searchFace(landmarker: FaceLandmarker, bitmap: ImageBitmap): SearchedPicture {
  const [, ...closer] = searchViews(bitmap.width, bitmap.height);
  const whole = { picture: bitmap, scale: 1, seen: observeFaces(landmarker, bitmap, 0) };
  if (whole.seen.faces > 0) return whole;
  for (const { x, y, width, height } of closer) {
    const scale = Math.min(1, LARGEST_SIDE / Math.max(width, height));
    const view = readableCanvas(Math.round(width * scale), Math.round(height * scale));
    view.setTransform(scale, 0, 0, scale, -x * scale, -y * scale);
    view.drawImage(bitmap, 0, 0);
    const seen = observeFaces(landmarker, view.canvas, 0);
    if (seen.faces > 0) return { picture: view.canvas, scale, seen };
  }
  return whole;
}
