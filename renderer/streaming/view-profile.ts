import type { ViewGrade } from '../../shared/contract/views.ts';

/** What a viewer wants of a camera. */
export interface ViewQuality {
  grade: ViewGrade;
  sound: boolean;
}

/** What a view is sent until its viewer says something else. */
export const AT_FIRST: ViewQuality = { grade: 'wall', sound: false };

/** How one viewer's picture is sent: longest side in pixels, frames a second, bits a second. */
export interface ViewProfile {
  longestSide: number;
  frameRate: number;
  maxBitrate: number;
  /** Where the way is narrow: fewer pictures sooner than smaller ones. */
  sharp: boolean;
}

/**
 * `wall`: 320x240 at 5 fps keeps a hundred streams within about one core and a bit at the proctor's. `away`: as large, since a
 * key frame costs more than the pixels saved when it comes back into sight; two frames a second still tell a frozen picture.
 */
export const VIEW_PROFILES: Readonly<Record<ViewGrade, ViewProfile>> = {
  away: { longestSide: 320, frameRate: 2, maxBitrate: 40_000, sharp: false },
  wall: { longestSide: 320, frameRate: 5, maxBitrate: 100_000, sharp: false },
  raised: { longestSide: 640, frameRate: 15, maxBitrate: 500_000, sharp: true },
};
