import type { Going } from '../../../shared/domain/violations/judge.ts';
import type { WatchedKind } from '../../../shared/domain/violations/watched-kinds.ts';

/** What a camera showed. `at`: of a clock that never jumps, ms. */
export interface Still {
  jpeg: ArrayBuffer;
  at: number;
}

/** So much surer a sighting must be than the one there is a picture of: a head that turns slowly is not drawn at each look. */
const SURER = 0.05;

export interface Peaks {
  /** What goes on after a look; whose picture is wanted: it was never seen as surely before. */
  surer(going: readonly Going[]): WatchedKind[];
  keep(kinds: readonly WatchedKind[], still: Still): void;
  /** The picture of its surest moment, once it is over; null where that was its beginning. */
  take(kind: WatchedKind): Still | null;
}

/** Remembers of each violation that goes on what it looked like when it was surest. */
export function createPeaks(): Peaks {
  const scores = new Map<WatchedKind, number>();
  const stills = new Map<WatchedKind, Still>();
  return {
    surer: (going) =>
      going.flatMap(({ kind, best }) => {
        const before = scores.get(kind);
        if (before !== undefined && best.score < before + SURER) return [];
        scores.set(kind, best.score);
        // Its beginning has a picture already.
        return before === undefined ? [] : [kind];
      }),
    keep(kinds, still) {
      for (const kind of kinds) if (scores.has(kind)) stills.set(kind, still);
    },
    take(kind) {
      const still = stills.get(kind) ?? null;
      scores.delete(kind);
      stills.delete(kind);
      return still;
    },
  };
}
