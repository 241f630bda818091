import type { TusMetadata } from '../../shared/contract/http.ts';
import type { Segment } from '../../shared/contract/views.ts';
import { withoutRecordedStills } from '../../shared/domain/still.ts';
import type { Clock } from '../../shared/support/clock.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Storage } from '../sql/storage.ts';
import type { Row } from '../sql/tables.ts';
import type { KnownCaller } from './callers.ts';
import type { CameraLedgers } from './camera-ledgers.ts';
import { consentedAttempt } from './consent.ts';
import type { SegmentFiles, StoredFile } from './ports.ts';

/** The largest segment, bytes. */
export const SEGMENT_LIMIT = 64 * 1024 * 1024;
/** Recordings leave this much of the disk to the answers, which come first (NET-1). Bytes. */
const RESERVED_FOR_ANSWERS = 256 * 1024 * 1024;

export interface Evidence {
  /**
   * Whether this caller may upload this segment, and for which attempt: a candidate only its front camera, a phone
   * only its rear one. Throws `not_allowed`, `consent_missing`, or `storage_full` while the disk is short or the bucket away.
   */
  admit(caller: KnownCaller, segment: Pick<TusMetadata, 'camera'>): Promise<string>;
  /** Takes an upload that arrived whole. Throws `hash_mismatch` when its bytes are not what was announced. */
  take(attemptId: string, segment: TusMetadata, uploadPath: string): Promise<void>;
  /** The stored hash (EVI-1). Throws `not_found`, also for another attempt's segment. */
  acknowledge(attemptId: string, segmentId: string): Promise<{ sha256: string }>;
  /** All recordings, and the stills of what they do not show. */
  list(attemptId: string): Promise<Segment[]>;
  /** A stored segment, and what its file is called. Throws `not_found`, also where only the file is gone. */
  open(segmentId: string): Promise<{ path: string; file: StoredFile }>;
}

const EXTENSIONS: Record<string, string> = {
  'video/webm': 'webm',
  'audio/webm': 'webm',
  'video/mp4': 'mp4',
  'image/jpeg': 'jpg',
};
const extensionOf = (mime: string) => EXTENSIONS[mime.split(';')[0]?.trim() ?? ''] ?? 'bin';

export function createEvidence({
  store,
  clock,
  files,
  ledgers,
}: {
  store: Storage;
  clock: Clock;
  files: SegmentFiles;
  ledgers: CameraLedgers;
}): Evidence {
  const find = async (segmentId: string): Promise<Row<'segment'>> => {
    const segment = await store.findSegment(segmentId);
    if (!segment) throw new Fault('not_found');
    return segment;
  };
  return {
    async admit(caller, { camera }) {
      const own = { candidate: 'front', phone: 'rear', staff: null }[caller.kind];
      if (caller.kind === 'staff' || camera !== own) throw new Fault('not_allowed');
      await consentedAttempt(store, caller.attemptId);
      if ((await files.freeBytes()) < RESERVED_FOR_ANSWERS) throw new Fault('storage_full');
      return caller.attemptId;
    },
    async take(attemptId, { segmentId, camera, startedAt, durationMs, mime, sha256 }, uploadPath) {
      const mismatch = async (): Promise<never> => {
        await files.discard(uploadPath);
        throw new Fault('hash_mismatch', { segmentId });
      };
      const known = await store.findSegment(segmentId);
      if (known) {
        const same = known.attempt_id === attemptId && known.sha256 === sha256;
        if (!same || (await files.digest(uploadPath)) !== sha256) return mismatch();
        return files.discard(uploadPath);
      }
      const fileName = `${segmentId}.${extensionOf(mime)}`;
      const kept = await files.keep(uploadPath, { attemptId, camera, fileName }, sha256);
      if (!kept) return mismatch();
      await ledgers.learn({
        ...{ attemptId, camera, fact: { kind: 'recorded', from: startedAt, durationMs, segmentId, sha256 } },
        stored: {
          ...{ id: segmentId, attempt_id: attemptId, camera, started_at: startedAt, duration_ms: durationMs },
          ...{ bytes: kept.bytes, mime, sha256, path: kept.path, stored_at: clock.now() },
        },
      });
    },
    async acknowledge(attemptId, segmentId) {
      const segment = await find(segmentId);
      if (segment.attempt_id !== attemptId) throw new Fault('not_found');
      return { sha256: segment.sha256 };
    },
    list: async (attemptId) => withoutRecordedStills(await store.segmentsOf(attemptId), clock.now()),
    async open(segmentId) {
      const { path } = await find(segmentId);
      const file = await files.open(path).catch((cause: { code?: string }) => {
        throw cause.code === 'ENOENT' ? new Fault('not_found') : cause;
      });
      return { path, file };
    },
  };
}
