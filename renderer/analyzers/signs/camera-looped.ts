import type { Sighting } from '../../../shared/domain/violations/judge.ts';
import type { FrameLook } from '../frame-look.ts';
import { isEmpty } from './camera-picture.ts';

/** The same pixels again within this are a picture that stands still, which is another kind. */
const STANDS_MS = 2_000;
/** So many pictures that came back within so long: two 32-bit prints are alike by chance once in many exams. */
const RECENT_MS = 60_000;
const RETURNS = 3;
/** As many pictures as are looked at in two hours; of a longer film one showing is forgotten before the next. */
const REMEMBERED = 18_000;

export interface LoopWatch {
  /** `at`: ms of a clock that never jumps. Undefined: a picture of nothing has no noise to tell by. */
  look(look: Pick<FrameLook, 'picture' | 'face'>, at: number): Sighting | null | undefined;
}

/**
 * A camera's noise makes each picture another one; those of a film come back to the last bit whenever it begins anew. One that is played
 * with noise of its own, or is longer than the exam, is not found.
 */
export function createLoopWatch(): LoopWatch {
  const seenAt = new Map<number, number>();
  let returns: { at: number; after: number }[] = [];
  return {
    look(look, at) {
      if (isEmpty(look)) return undefined;
      const { print } = look.picture;
      const before = seenAt.get(print);
      // Taken out first, so that what was seen longest ago stands first.
      seenAt.delete(print);
      seenAt.set(print, at);
      const [oldest] = seenAt.keys();
      if (seenAt.size > REMEMBERED && oldest !== undefined) seenAt.delete(oldest);
      if (before !== undefined && at - before >= STANDS_MS) returns.push({ at, after: at - before });
      returns = returns.filter((one) => at - one.at < RECENT_MS);
      if (returns.length < RETURNS) return null;
      const seconds = Math.round((returns.at(-1)?.after ?? 0) / 1_000);
      return { score: Math.min(1, 0.6 + returns.length / 20), detail: { returns: returns.length, seconds } };
    },
  };
}
