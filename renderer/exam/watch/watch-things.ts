import type { Observation } from '../../../shared/domain/violations/judge.ts';
import type { ObjectEyes } from '../../analyzers/objects/object-eyes.ts';
import { frontThings } from '../../analyzers/signs/front-things.ts';
import type { PicturePart } from './picture-part.ts';

/**
 * The model sees little of what is small: in turn it is shown the whole picture and, larger, the lower left and right of it. Books are
 * found three times as often so.
 */
export const PARTS: readonly PicturePart[] = [
  { x: 0, y: 0, width: 1, height: 1 },
  { x: 0, y: 0.2, width: 0.6, height: 0.8 },
  { x: 0.4, y: 0.2, width: 0.6, height: 0.8 },
];

/** Where there may be something is looked again soon, until so many looks have found it; one between them that does not is chance. */
const [IN_DOUBT_MS, AGREED] = [1_500, 3];

export interface WatchThings {
  /** Looks for things in a picture of the computer's own camera (JPEG); null when the model cannot be run. */
  look(jpeg: ArrayBuffer): Promise<{ seen: Observation['seen']; tookMs: number } | null>;
  /** Until the next look is due at this pace, ms. */
  dueIn(everyMs: number): number;
}

interface Parts {
  objects: Pick<ObjectEyes, 'look'>;
  openPart(jpeg: ArrayBuffer, part: PicturePart): Promise<ImageBitmap>;
  elapsed(): number;
}

/** Looks for things before the candidate, seldom, and often while there seems to be one. */
export function createWatchThings({ objects, openPart, elapsed }: Parts): WatchThings {
  let lookedAt = Number.NEGATIVE_INFINITY;
  let turn = 0;
  /** Looks that found something, and since then ones that did not. */
  let [found, missed] = [0, 0];
  const isDoubtful = (): boolean => found > 0 && found < AGREED;
  return {
    dueIn: (everyMs) => lookedAt + (isDoubtful() ? Math.min(IN_DOUBT_MS, everyMs) : everyMs) - elapsed(),
    async look(jpeg) {
      lookedAt = elapsed();
      const part = PARTS[turn % PARTS.length];
      const look = part ? await objects.look(await openPart(jpeg, part)) : null;
      if (!look) return null;
      const thing = frontThings(look.objects);
      missed = thing ? 0 : missed + 1;
      if (thing) found += 1;
      else if (missed > 1) found = 0;
      if (!isDoubtful()) turn += 1;
      return { seen: { prohibited_object: thing }, tookMs: look.tookMs };
    },
  };
}
