import type { Sighting } from '../../../shared/domain/violations/judge.ts';
import type { FrameLook } from '../frame-look.ts';

/** The same pixels again within this are a picture that stands still, which is another kind. */
const STANDS_MS = 2_000;
/** One picture that comes back may be a camera's that stood still; two within so long are a film's, however seldom one looks. */
const RETURNS = 2;
const RECENT_MS = 600_000;
/** After so long without one it is over. */
const OVER_MS = 60_000;
/** As many pictures as are looked at in two hours; of a longer film one showing is forgotten before the next. */
const REMEMBERED = 18_000;

export interface LoopWatch {
  /** `at`: ms of a clock that never jumps. Undefined: without a face in it a picture may have too little noise to tell by. */
  look(look: Pick<FrameLook, 'picture' | 'face'>, at: number): Sighting | null | undefined;
}

/**
 * A camera's noise makes each picture of a living face another one; those of a film come back to the last bit whenever it begins anew.
 * One that is played with noise of its own, or is longer than the exam, is not found. How soon depends on how often one looks: of a film
 * of 12 s in about 40 s at the usual pace, in about three minutes where the computer allows a look in four seconds.
 */
export function createLoopWatch(): LoopWatch {
  const seenAt = new Map<number, number>();
  let last: number | null = null;
  let returns: { at: number; after: number }[] = [];
  return {
    look(look, at) {
      if (look.face.faces === 0) return undefined;
      const { print } = look.picture;
      const before = seenAt.get(print);
      // Taken out first, so that what was seen longest ago stands first.
      seenAt.delete(print);
      seenAt.set(print, at);
      const [oldest] = seenAt.keys();
      if (seenAt.size > REMEMBERED && oldest !== undefined) seenAt.delete(oldest);
      const cameBack = before !== undefined && at - before >= STANDS_MS && print !== last;
      last = print;
      if (cameBack) returns.push({ at, after: at - before });
      returns = returns.filter((one) => at - one.at < RECENT_MS);
      const latest = returns.at(-1);
      if (returns.length < RETURNS || !latest || at - latest.at > OVER_MS) return null;
      const seconds = Math.round(latest.after / 1_000);
      return { score: Math.min(1, 0.6 + returns.length / 20), detail: { returns: returns.length, seconds } };
    },
  };
}
