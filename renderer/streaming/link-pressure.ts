import type { ViewProfile } from './view-profile.ts';

/** What an outgoing connection says of its way. `lost`: of its packets, 0..1. `available`: bits a second, null when not told. */
export interface LinkReading {
  lost: number;
  available: number | null;
}

/** A view is never sent less than this share of its profile: below it nothing could be made out. */
export const LEAST_SHARE = 0.2;
const MUCH_LOST = 0.1;
const LITTLE_LOST = 0.02;

/**
 * How much of its profile a view is sent from now on, after a reading: less at once where packets are lost or the way is too
 * narrow, more again by small steps. The browser's own congestion control chooses the bits; this chooses what it may ask for
 * and how many pictures share them, so that the fewer that are left can still be made out.
 */
export function nextShare(share: number, { lost, available }: LinkReading, { maxBitrate }: ViewProfile): number {
  const narrow = available !== null && available < (maxBitrate * share) / 2;
  if (lost > MUCH_LOST || narrow) return Math.max(LEAST_SHARE, share * 0.7);
  return lost < LITTLE_LOST ? Math.min(1, share + 0.1) : share;
}

/** A profile with this share of its bits, and of its pictures at least one a second. */
export function shareOf(profile: ViewProfile, share: number): ViewProfile {
  return {
    ...profile,
    frameRate: Math.max(1, Math.round(profile.frameRate * Math.max(share, 0.4))),
    maxBitrate: Math.round(profile.maxBitrate * share),
  };
}
