import { createHash } from 'node:crypto';
import type { RouteReply } from '../../shared/contract/http.ts';
import type { StillTaken } from '../../shared/contract/still.ts';
import { betweenStills, STILL_EVERY_MS, STILL_LIMIT_BYTES, STILL_SPACING_MS } from '../../shared/domain/still.ts';
import type { Tilt } from '../../shared/domain/tilt.ts';
import type { Clock } from '../../shared/support/clock.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { PhoneCaller } from './callers.ts';
import type { CameraLedgers } from './camera-ledgers.ts';
import type { Evidence } from './evidence.ts';
import { newId } from './ids.ts';
import type { LiveViews } from './live-views.ts';
import { isJpeg } from './pictures.ts';
import type { Log, Network, RandomSource, SegmentFiles, SharedMemory } from './ports.ts';

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
  /** The latest one of this day, for the attempt's own exam window. Throws `not_found`. */
  latest(attemptId: string): Promise<RouteReply<'rearStill'>>;
}

/** What is known of an attempt's latest one, by both clocks. */
interface Latest {
  arrivedAt: number;
  takenAt: number;
  path: string;
  tilt: Tilt | null;
}

/** Nobody looks for the place of a phone that showed nothing for longer. */
const LATEST_MS = 12 * 60 * 60_000;

interface Parts {
  memory: SharedMemory;
  log: Log;
  clock: Clock;
  random: RandomSource;
  network: Network;
  files: SegmentFiles;
  evidence: Evidence;
  ledgers: CameraLedgers;
  live: LiveViews;
}

/** Pictures that a phone sends over its socket: evidence where nothing else gets through, and all there is of some phones. */
export function createStills(parts: Parts): Stills {
  const { memory, log, clock, random, network, files, evidence, ledgers, live } = parts;
  /** A phone has one line: what is being stored came over it. */
  const storing = new Set<string>();
  const keyOf = (attemptId: string) => `latest still ${attemptId}`;
  const latestOf = async (attemptId: string): Promise<Latest | null> =>
    JSON.parse((await memory.get(keyOf(attemptId))) ?? 'null');
  const read = async (path: string): Promise<Buffer> => {
    const file = await files.open(path);
    try {
      const pieces: Uint8Array[] = [];
      for await (const piece of file.read(0, file.bytes)) pieces.push(piece);
      return Buffer.concat(pieces);
    } finally {
      await file.close();
    }
  };
  /** What it shows is evidence, whether or not its place is known to the window. */
  const remember = (attemptId: string, latest: Latest) =>
    memory
      .put(keyOf(attemptId), JSON.stringify(latest), LATEST_MS)
      .catch((cause) => log.warn({ err: cause, attemptId }, 'a still is kept and not shown to its window'));

  const keep = async (attemptId: string, { jpeg, takenAt }: Still, before: Latest | null) => {
    const id = newId(random);
    const sha256 = createHash('sha256').update(jpeg).digest('hex');
    const path = await files.write(jpeg, { attemptId, camera: 'rear', fileName: `${id}.jpg` });
    const vouched = betweenStills(before?.takenAt, takenAt);
    const { from, until } = vouched ?? { from: takenAt, until: takenAt };
    await ledgers.learn({
      ...{ attemptId, camera: 'rear' },
      fact: { kind: 'still', from, durationMs: until - from, segmentId: id, sha256 },
      stored: {
        ...{ id, attempt_id: attemptId, camera: 'rear', started_at: takenAt, duration_ms: STILL_EVERY_MS },
        ...{ bytes: jpeg.byteLength, mime: 'image/jpeg', sha256, path, stored_at: clock.now() },
      },
    });
    return { path, told: { attemptId, camera: 'rear', segmentId: id, takenAt } satisfies StillTaken };
  };

  return {
    async take(caller, still) {
      const { jpeg, watchable, tilt } = still;
      if (jpeg.byteLength > STILL_LIMIT_BYTES) throw new Fault('too_large');
      if (!isJpeg(Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength))) {
        throw new Fault('bad_request', { field: 'jpeg' });
      }
      const { attemptId } = caller;
      if (storing.has(attemptId)) throw new Fault('too_early');
      storing.add(attemptId);
      try {
        const arrivedAt = clock.now();
        const before = await latestOf(attemptId).catch(() => null);
        if (before && arrivedAt - before.arrivedAt < STILL_SPACING_MS) throw new Fault('too_early');
        await evidence.admit(caller, { camera: 'rear' });
        // A phone's clock that runs ahead dates nothing into the future.
        const takenAt = Math.min(still.takenAt, arrivedAt);
        const { path, told } = await keep(attemptId, { ...still, takenAt }, before);
        await remember(attemptId, { arrivedAt, takenAt, path, tilt });
        network.toStaff('still.taken', told);
      } finally {
        storing.delete(attemptId);
      }
      if (!watchable) await live.notWatchable(attemptId, 'rear');
    },
    async latest(attemptId) {
      const known = await latestOf(attemptId);
      if (!known) throw new Fault('not_found');
      const { takenAt, path, tilt } = known;
      return { takenAt, jpeg: (await read(path)).toString('base64'), tilt };
    },
  };
}
