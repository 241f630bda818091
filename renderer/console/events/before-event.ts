import type { AttemptEvent } from '../../../shared/contract/views.ts';

/** The recording is looked at from so long before it. */
export const BEFORE_MS = 10_000;

type Dated = Pick<AttemptEvent, 'at' | 'detail'>;

/** An event is noted when it has lasted for its duration. */
export const beganAt = ({ at, detail: { durationMs } }: Dated): number =>
  at - (typeof durationMs === 'number' ? durationMs : 0);

/** Where in the recordings to look: a while before it began. */
export const momentBefore = (event: Dated): number => Math.max(1, Math.round(beganAt(event) - BEFORE_MS));
