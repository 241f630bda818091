import type { AttemptEvent } from '../../../shared/contract/views.ts';

/** The recording is looked at from so long before it. */
export const BEFORE_MS = 10_000;

/** Where in the recordings to look: a while before it began. An event is noted when it has lasted for its duration. */
export function momentBefore({ at, detail: { durationMs } }: Pick<AttemptEvent, 'at' | 'detail'>): number {
  const began = at - (typeof durationMs === 'number' ? durationMs : 0);
  return Math.max(1, Math.round(began - BEFORE_MS));
}
