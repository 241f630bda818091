import type { FaceBox } from './face-observation.ts';

/** So much of a picture's width and height is added on each side to find a face that its edge cuts. */
export const ROOM = 1 / 8;
/** Less beyond the edge than this, as a share of the face, and it would have been found without. */
const BEYOND = 0.05;

/** A box of the picture with room around it, in shares of the picture alone. */
export function withoutRoom({ x, y, width, height }: FaceBox): FaceBox {
  const size = 1 + 2 * ROOM;
  return { x: x * size - ROOM, y: y * size - ROOM, width: width * size, height: height * size };
}

/** Whether the picture's edge cuts it. */
export const isCut = ({ x, y, width, height }: FaceBox): boolean =>
  Math.max(-x, x + width - 1) > BEYOND * width || Math.max(-y, y + height - 1) > BEYOND * height;
