import type { Stretch } from '../../shared/domain/covered-seconds.ts';

/** Told in pieces of this length: an exam centre that dies loses at most one of them. */
export const PIECE_MS = 10_000;

export interface MovingSpans {
  /** The pictures of this camera have advanced. */
  moved(attemptId: string, at: number): Promise<void>;
  /** They advance no more, or nobody knows. */
  stopped(attemptId: string): Promise<void>;
}

/** Joins what a phone says every two seconds into stretches during which its pictures advanced (CAM-1). */
export function createMovingSpans(
  /** Two words of a phone further apart than this leave a hole. */
  silenceMs: number,
  keep: (attemptId: string, moved: Stretch) => Promise<void>,
): MovingSpans {
  const moving = new Map<string, Stretch>();
  const stopped = async (attemptId: string): Promise<void> => {
    const span = moving.get(attemptId);
    moving.delete(attemptId);
    if (span && span.until > span.from) await keep(attemptId, span);
  };
  return {
    stopped,
    async moved(attemptId, at) {
      const span = moving.get(attemptId);
      if (span && at - span.until < silenceMs) span.until = at;
      else {
        await stopped(attemptId);
        moving.set(attemptId, { from: at, until: at });
        return;
      }
      if (span.until - span.from < PIECE_MS) return;
      moving.set(attemptId, { from: at, until: at });
      await keep(attemptId, { ...span });
    },
  };
}
