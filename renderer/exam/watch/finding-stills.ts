import type { SegmentMeta } from '../../../shared/contract/shell.ts';
import type { Still } from './peaks.ts';

interface Parts {
  attemptId: string;
  /** Resolves once the picture is safe on the disk, from where it goes to the exam centre like a recording. */
  put(meta: SegmentMeta, bytes: ArrayBuffer): Promise<unknown>;
  /** Server clock, ms. */
  now(): number;
  elapsed(): number;
  log(level: 'warn', text: string): void;
}

/** A picture that is kept: its segment, and when it was taken on the server's clock. */
export interface KeptStill {
  segmentId: string;
  at: number;
}

/** Keeps what the camera showed with a violation (VIO-2); a picture that several have in common, once. */
export function createFindingStills({
  attemptId,
  put,
  now,
  elapsed,
  log,
}: Parts): (still: Still | null) => KeptStill | null {
  const kept = new WeakMap<ArrayBuffer, KeptStill>();
  return (still) => {
    if (!still) return null;
    const known = kept.get(still.jpeg);
    if (known) return known;
    const at = Math.round(now() - (elapsed() - still.at));
    const segmentId = `${attemptId.slice(0, 40)}-still-${at}`;
    kept.set(still.jpeg, { segmentId, at });
    const meta: SegmentMeta = { segmentId, camera: 'front', startedAt: at, durationMs: 0, mime: 'image/jpeg' };
    put(meta, still.jpeg).catch((cause: unknown) => log('warn', `still not kept: ${String(cause)}`));
    return { segmentId, at };
  };
}
