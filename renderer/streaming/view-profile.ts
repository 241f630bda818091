/** How one viewer's picture is sent: longest side in pixels, frames a second, bits a second. */
export interface ViewProfile {
  longestSide: number;
  frameRate: number;
  maxBitrate: number;
}

/** A tile among fifty: 320x240 at 5 fps keeps a hundred streams within one core and a bit at the proctor's. */
export const WALL: ViewProfile = { longestSide: 320, frameRate: 5, maxBitrate: 100_000 };
/** The one candidate the proctor looks at. */
export const RAISED: ViewProfile = { longestSide: 640, frameRate: 15, maxBitrate: 500_000 };

export interface PictureSize {
  width: number;
  height: number;
}

/**
 * The picture scaled down (never up) until its longest side fits, same shape: constraining to a fixed 4:3 would make
 * Chromium cut the sides off a 16:9 or an upright picture, and with them part of the room.
 */
export function scaledTo({ width, height }: PictureSize, longestSide: number): PictureSize {
  const factor = Math.min(1, longestSide / Math.max(width, height));
  return { width: Math.round(width * factor), height: Math.round(height * factor) };
}
