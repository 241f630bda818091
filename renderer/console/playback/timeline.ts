import type { AttemptEvent, Camera, Segment } from '../../../shared/contract/views.ts';

/** A stretch of one camera's recording: a segment that can be played, or time of which nothing is stored. */
export type Stretch =
  | { kind: 'recorded'; from: number; durationMs: number; segment: Segment }
  | { kind: 'missing'; from: number; durationMs: number; cause: string | null };

/** Between two segments the recorder starts anew; below this the pause is not worth a word, in ms. */
const SEAM_MS = 1_500;

/** Segments of one camera in order of time with what is missing between them, its cause from the gap ledger (CAM-1). */
export function timelineOf(camera: Camera, segments: readonly Segment[], events: readonly AttemptEvent[]): Stretch[] {
  const gaps = events.filter((event) => event.kind === 'recording_gap' && event.detail.camera === camera);
  const ordered = segments
    .filter((segment) => segment.camera === camera)
    .sort((left, right) => left.startedAt - right.startedAt);
  const stretches: Stretch[] = [];
  let end: number | null = null;
  for (const segment of ordered) {
    if (end !== null && segment.startedAt - end > SEAM_MS) {
      const durationMs = segment.startedAt - end;
      stretches.push({ kind: 'missing', from: end, durationMs, cause: causeOf(gaps, end, segment.startedAt) });
    }
    stretches.push({ kind: 'recorded', from: segment.startedAt, durationMs: segment.durationMs, segment });
    end = Math.max(end ?? 0, segment.startedAt + segment.durationMs);
  }
  return stretches;
}

/** The cause of the first reported gap that overlaps the stretch. */
function causeOf(gaps: readonly AttemptEvent[], from: number, until: number): string | null {
  for (const { at, detail } of gaps) {
    const start = typeof detail.from === 'number' ? detail.from : at;
    const length = typeof detail.durationMs === 'number' ? detail.durationMs : 0;
    if (start < until && start + length > from && typeof detail.cause === 'string') return detail.cause;
  }
  return null;
}

/** Recorded and missing time of a timeline, ms. */
export function timelineTotals(stretches: readonly Stretch[]): { recordedMs: number; missingMs: number } {
  const sum = (kind: Stretch['kind']): number =>
    stretches.filter((stretch) => stretch.kind === kind).reduce((total, stretch) => total + stretch.durationMs, 0);
  return { recordedMs: sum('recorded'), missingMs: sum('missing') };
}

/** The next stretch that can be played after `index`, and how much is missing in between; null at the end. */
export function nextRecorded(
  stretches: readonly Stretch[],
  index: number,
): { index: number; missingMs: number } | null {
  let missingMs = 0;
  for (const [ahead, stretch] of stretches.slice(index + 1).entries()) {
    if (stretch.kind === 'recorded') return { index: index + 1 + ahead, missingMs };
    missingMs += stretch.durationMs;
  }
  return null;
}

/** The stretch before `index` that can be played; null at the beginning. */
export function previousRecorded(stretches: readonly Stretch[], index: number): number | null {
  for (let before = index - 1; before >= 0; before -= 1) if (stretches[before]?.kind === 'recorded') return before;
  return null;
}
