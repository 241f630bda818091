import type { SegmentMeta } from '../../../shared/contract/shell.ts';
import { bytesOfBase64 } from '../../../shared/support/base64.ts';

interface Parts {
  attemptId: string;
  /** Resolves once the picture is safe on the disk, from where it goes to the exam centre like a recording. */
  put(meta: SegmentMeta, bytes: ArrayBuffer): Promise<unknown>;
  /** Server clock, ms. */
  now(): number;
  log(level: 'warn', text: string): void;
}

/** Keeps what the camera showed when a violation was noted (VIO-2). Returns the segment's id; null without a picture. */
export function createOnsetStills({ attemptId, put, now, log }: Parts): (picture: string | null) => string | null {
  return (picture) => {
    if (!picture) return null;
    const startedAt = now();
    const segmentId = `${attemptId.slice(0, 40)}-still-${Math.round(startedAt)}`;
    const meta: SegmentMeta = { segmentId, camera: 'front', startedAt, durationMs: 0, mime: 'image/jpeg' };
    put(meta, bytesOfBase64(picture).buffer).catch((cause: unknown) => log('warn', `still not kept: ${String(cause)}`));
    return segmentId;
  };
}
