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
