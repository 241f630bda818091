import type { EntryBody } from '../../../shared/domain/entry.ts';
import type { Judged } from '../../../shared/domain/violations/judge.ts';
import { violationOf, type WatchedKind } from '../../../shared/domain/violations/watched-kinds.ts';
import type { KeptStill } from './finding-stills.ts';

const OF_SOUND: ReadonlySet<WatchedKind> = new Set([
  'microphone_off',
  'microphone_silent',
  'headphones',
  'speech',
  'noise',
]);

/** What goes into the journal. `still`: the picture taken when it was noted; with its end, of its surest moment. */
export function findingOf(judged: Judged, still: KeptStill | null): EntryBody {
  const { kind: watched, severity, since, until, best, ongoing } = judged;
  const { kind, camera } = violationOf(watched);
  return {
    type: 'violation',
    kind,
    durationMs: Math.max(0, Math.round(until - since)),
    detail: {
      ...best.detail,
      score: Math.round(best.score * 100) / 100,
      severity,
      ongoing,
      // Its beginning was told; the end adds how long it lasted.
      ...(ongoing ? {} : { again: true }),
      ...(OF_SOUND.has(watched) ? {} : { camera }),
      ...(still ? { still: still.segmentId, stillAt: still.at } : {}),
    },
  };
}
