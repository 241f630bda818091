import { createHash } from 'node:crypto';
import type { RouteReply } from '../../shared/contract/http.ts';
import type { StillTaken } from '../../shared/contract/still.ts';
import { betweenStills, STILL_EVERY_MS, STILL_LIMIT_BYTES, STILL_SPACING_MS } from '../../shared/domain/still.ts';
import type { Tilt } from '../../shared/domain/tilt.ts';
import type { Clock } from '../../shared/support/clock.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Storage } from '../sql/storage.ts';
import type { PhoneCaller } from './callers.ts';
import type { CameraLedgers } from './camera-ledgers.ts';
import type { Evidence } from './evidence.ts';
import { newId } from './ids.ts';
import type { LiveViews } from './live-views.ts';
import { isJpeg } from './pictures.ts';
import type { Network, RandomSource, SegmentFiles } from './ports.ts';

interface Still {
  takenAt: number;
  jpeg: Uint8Array;
  watchable: boolean;
  tilt: Tilt | null;
}

export interface Stills {
  /**
   * Stores a picture of the rear camera and tells the wall. Throws `too_large`, `bad_request` when it is no JPEG, `too_early`
   * when the one before came a moment ago or is still being stored, and what `Evidence.admit` throws.
   */
  take(caller: PhoneCaller, still: Still): Promise<void>;
  /** The latest one since this server started, for the attempt's own exam window. Throws `not_found`. */
  latest(attemptId: string): RouteReply<'rearStill'>;
}

interface Parts {
  store: Storage;
  clock: Clock;
  random: RandomSource;
  network: Network;
  files: SegmentFiles;
  evidence: Evidence;
  ledgers: CameraLedgers;
  live: LiveViews;
}

/** Pictures that a phone sends over its socket: evidence where nothing else gets through, and all there is of some phones. */
export function createStills({ store, clock, random, network, files, evidence, ledgers, live }: Parts): Stills {
  /** By attempt: its latest, and when it came by both clocks. */
  const latest = new Map<string, Pick<Still, 'takenAt' | 'jpeg' | 'tilt'> & { arrivedAt: number }>();
  const storing = new Set<string>();

  const keep = async (attemptId: string, { jpeg, takenAt }: Still): Promise<StillTaken> => {
    const id = newId(random);
    const sha256 = createHash('sha256').update(jpeg).digest('hex');
    const path = await files.write(jpeg, { attemptId, camera: 'rear', fileName: `${id}.jpg` });
    const vouched = betweenStills(latest.get(attemptId)?.takenAt, takenAt);
    await store.transactionAbout({ attemptId }, async (all) => {
      await all.insertSegment({
        ...{ id, attempt_id: attemptId, camera: 'rear', started_at: takenAt, duration_ms: STILL_EVERY_MS },
        ...{ bytes: jpeg.byteLength, mime: 'image/jpeg', sha256, path, stored_at: clock.now() },
      });
      const { from, until } = vouched ?? { from: takenAt, until: takenAt };
      const fact = { kind: 'still', from, durationMs: until - from, segmentId: id, sha256 } as const;
      await ledgers.append(all, attemptId, 'rear', fact);
    });
    return { attemptId, camera: 'rear', segmentId: id, takenAt };
  };

  return {
    async take(caller, still) {
      const { jpeg, watchable, tilt } = still;
      if (jpeg.byteLength > STILL_LIMIT_BYTES) throw new Fault('too_large');
      if (!isJpeg(Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength))) {
        throw new Fault('bad_request', { field: 'jpeg' });
      }
      const { attemptId } = caller;
      const arrivedAt = clock.now();
      const before = latest.get(attemptId)?.arrivedAt ?? Number.NEGATIVE_INFINITY;
      if (storing.has(attemptId) || arrivedAt - before < STILL_SPACING_MS) throw new Fault('too_early');
      storing.add(attemptId);
      try {
        await evidence.admit(caller, { camera: 'rear' });
        // A phone's clock that runs ahead dates nothing into the future.
        const takenAt = Math.min(still.takenAt, arrivedAt);
        const taken = await keep(attemptId, { ...still, takenAt });
        latest.set(attemptId, { arrivedAt, takenAt, jpeg, tilt });
        network.toStaff('still.taken', taken);
      } finally {
        storing.delete(attemptId);
      }
      if (!watchable) live.publisherWent(attemptId, 'rear');
    },
    latest(attemptId) {
      const known = latest.get(attemptId);
      if (!known) throw new Fault('not_found');
      const { takenAt, jpeg, tilt } = known;
      return { takenAt, jpeg: Buffer.from(jpeg).toString('base64'), tilt };
    },
  };
}
