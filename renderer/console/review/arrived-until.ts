import type { Segment } from '../../../shared/contract/views.ts';
import { isStill } from '../../../shared/domain/still.ts';

/** Until when recordings have arrived, of whichever camera reaches further; null while none has. Stills are none. */
export function arrivedUntil(segments: readonly Segment[]): number | null {
  const ends = segments
    .filter((segment) => !isStill(segment))
    .map(({ startedAt, durationMs }) => startedAt + durationMs);
  return ends.length === 0 ? null : ends.reduce((most, end) => Math.max(most, end));
}
