/** How somebody may move a printed face before the camera, so that it looks alive. Each motion is periodic over a show. */

/** A photo as large as the picture, in the middle of it, seen by the camera. Angles in degrees, shifts in pixels. */
export interface PhotoPose {
  x: number;
  y: number;
  scale: number;
  /** In its own plane. */
  roll: number;
  /** About its vertical and its horizontal axis. */
  turn: number;
  nod: number;
  /** It is bent about its vertical axis: degrees between its left and its right edge. */
  bend: number;
}

const FLAT: PhotoPose = { x: 0, y: 0, scale: 1, roll: 0, turn: 0, nod: 0, bend: 0 };

/**
 * `swing` goes from 0 to 1, back over 0 to -1, and back, as a head does that turns to both sides; `dip` from 0 to 1 and back where it
 * nods.
 */
export const PHOTO_MOTIONS: Readonly<Record<string, (swing: number, dip: number) => PhotoPose>> = {
  swayed: (swing, dip) => ({ ...FLAT, x: 70 * swing, y: 20 * swing + 40 * dip, scale: 1 + 0.15 * swing }),
  rolled: (swing, dip) => ({ ...FLAT, roll: 25 * swing, x: 30 * swing, nod: 30 * dip }),
  turned: (swing, dip) => ({ ...FLAT, turn: 50 * swing, nod: 40 * dip }),
  'turned and bent': (swing, dip) => ({ ...FLAT, turn: 45 * swing, nod: 45 * dip, bend: 110 }),
  'turned and nodded': (swing, dip) => ({
    ...{ ...FLAT, turn: 55 * swing, x: 20 * swing },
    nod: 20 * Math.abs(swing) + 50 * dip,
  }),
};

const RADIANS = Math.PI / 180;
/** The camera's distance, in widths of the photo: an arm's length from a page. */
const DISTANCE = 2;
/** Pixels of the strips in which it is drawn. */
const STRIP = 2;

/** Draws the photo in this pose; the rest is the room. */
export function drawPhoto(
  target: OffscreenCanvasRenderingContext2D,
  photo: OffscreenCanvas,
  { x, y, scale, roll, turn, nod, bend }: PhotoPose,
): void {
  const { width, height } = photo;
  target.setTransform(1, 0, 0, 1, 0, 0);
  target.fillStyle = '#8d8a84';
  target.fillRect(0, 0, width, height);
  target.translate(width / 2 + x, height / 2 + y);
  target.rotate(roll * RADIANS);
  target.scale(scale, scale * Math.cos(nod * RADIANS));
  const camera = DISTANCE * width;
  const [sin, cos] = [Math.sin(turn * RADIANS), Math.cos(turn * RADIANS)];
  const radius = bend === 0 ? Number.POSITIVE_INFINITY : width / (bend * RADIANS);
  /** Where a column of the photo is seen, and how much larger than from far away. */
  const seenAt = (column: number): { across: number; size: number } => {
    const along = column - width / 2;
    const [right, behind] =
      bend === 0 ? [along, 0] : [radius * Math.sin(along / radius), radius * (1 - Math.cos(along / radius))];
    // Turned to the person's left its right half, in the picture the left one, comes nearer.
    const away = right * sin + behind * cos;
    const size = camera / (camera + away);
    return { across: (right * cos - behind * sin) * size, size };
  };
  const strips = Array.from({ length: width / STRIP }, (_, index) => {
    const [from, to] = [seenAt(index * STRIP), seenAt((index + 1) * STRIP)];
    return { index, from, to };
  });
  // What is farther is drawn first; what is seen from behind, not at all.
  for (const { index, from, to } of strips.sort((left, right) => left.from.size - right.from.size)) {
    const across = to.across - from.across;
    if (across <= 0) continue;
    const tall = height * from.size;
    target.drawImage(photo, index * STRIP, 0, STRIP, height, from.across, -tall / 2, across + 0.5, tall);
  }
  target.setTransform(1, 0, 0, 1, 0, 0);
}
