import { type Stretch, united } from './covered-seconds.ts';

/** How often a phone that also records and can be watched sends a picture, as evidence. */
export const STILL_EVERY_MS = 5_000;
/** How often one does that can do nothing else. */
export const STILL_ALONE_EVERY_MS = 2_000;
/** A JPEG of 640x480 has 20 to 60 kB. */
export const STILL_LIMIT_BYTES = 200_000;
/** Nobody needs them closer together, and the disk belongs to everybody. */
export const STILL_SPACING_MS = 1_000;

/** Two pictures further apart than this vouch for nothing between them. */
const VOUCHED_MS = 1.5 * STILL_EVERY_MS;

/** The time that two stored pictures, one after the other, vouch for; null when nothing can be said of it. */
export function betweenStills(earlierAt: number | undefined, at: number): Stretch | null {
  if (earlierAt === undefined || at <= earlierAt || at - earlierAt > VOUCHED_MS) return null;
  return { from: earlierAt, until: at };
}

interface Stored {
  camera: string;
  startedAt: number;
  durationMs: number;
  mime: string;
}

/** A recording of a still's time may be under way for so long; where a camera records, its stills wait for that. */
const AWAITED_MS = 60_000;

/** Among what a camera stored: a picture, and no recording. */
export const isStill = ({ mime }: { mime: string }): boolean => mime.startsWith('image/');

/** What there is to look at: the recordings, and the stills of time that none of them shows. */
export function withoutRecordedStills<One extends Stored>(stored: readonly One[], now: number): One[] {
  const recorded = new Map<string, Stretch[]>();
  for (const one of stored) {
    if (isStill(one)) continue;
    const stretch = { from: one.startedAt, until: one.startedAt + one.durationMs };
    recorded.set(one.camera, [...(recorded.get(one.camera) ?? []), stretch]);
  }
  const joined = new Map([...recorded].map(([camera, stretches]) => [camera, united(stretches)]));
  return stored.filter((one) => {
    const shown = joined.get(one.camera);
    if (!shown || !isStill(one)) return true;
    if (one.startedAt > now - AWAITED_MS) return false;
    return !shown.some(({ from, until }) => from <= one.startedAt && one.startedAt < until);
  });
}
