import type { FaceLandmarker } from '@mediapipe/tasks-vision';
import { isCut, ROOM, withoutRoom } from './edge-room.ts';
import type { FaceObservation } from './face-observation.ts';
import { observeFaces, readableCanvas } from './face-observer.ts';

let roomy: OffscreenCanvasRenderingContext2D | null = null;

function withRoom(width: number, height: number): OffscreenCanvasRenderingContext2D {
  if (roomy?.canvas.width === width && roomy.canvas.height === height) return roomy;
  roomy = readableCanvas(width, height);
  roomy.fillStyle = '#777';
  roomy.fillRect(0, 0, width, height);
  return roomy;
}

/**
 * Looks again in a picture in which no face was found (`plain`): one that the edge cuts is found when there is room beyond it. What of
 * it can be believed is where it is. Null: there is none.
 */
export function faceAtEdge(
  landmarker: FaceLandmarker,
  picture: ImageBitmap,
  plain: FaceObservation,
): FaceObservation | null {
  const [across, down] = [Math.round(ROOM * picture.width), Math.round(ROOM * picture.height)];
  const context = withRoom(picture.width + 2 * across, picture.height + 2 * down);
  context.drawImage(picture, across, down);
  const { faces, box } = observeFaces(landmarker, context.canvas, plain.timestampMs);
  const found = box && withoutRoom(box);
  return found && isCut(found) ? { ...plain, faces, box: found } : null;
}
