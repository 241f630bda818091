import { backoffDelay } from '../../shared/support/backoff.ts';
import type { LogFile } from '../log/log-file.ts';
import { Refused } from './centre.ts';
import { NotAcknowledged } from './delivery.ts';
import { SegmentDamaged } from './segment-cipher.ts';
import type { StoredSegment } from './spool.ts';

export interface WorkerParts {
  /** Sends one and removes it here; rejects as `deliver` does. */
  deliver(segment: StoredSegment): Promise<void>;
  setAside(name: string): Promise<void>;
  random(): number;
  log: LogFile;
  /** Something about the numbers below has changed. */
  changed(): void;
}

export interface UploadWorker {
  add(segments: readonly StoredSegment[]): void;
  /** Try now instead of waiting: the network is back, or there is a new token. */
  hurry(): void;
  /** The line belongs to something more important: nothing begins until `false`, and what is dropped meanwhile has not failed. */
  giveWay(on: boolean): void;
  stop(): void;
  readonly state: 'idle' | 'uploading' | 'waiting_for_network';
  readonly pending: number;
  readonly pendingBytes: number;
  readonly acknowledged: number;
}

interface Queued {
  segment: StoredSegment;
  refusals: number;
}

/** The server's refusal of one segment must not hold up the others; the network's failure holds up all alike. */
const isRefusal = (cause: unknown): boolean => cause instanceof Refused || cause instanceof NotAcknowledged;

/** Uploads one at a time, oldest first, for ever: there is no last attempt (DESIGN.md section 3). */
export function startUploadWorker(parts: WorkerParts): UploadWorker {
  const queue = new Map<string, Queued>();
  let state: UploadWorker['state'] = 'idle';
  let acknowledged = 0;
  let failures = 0;
  let stopped = false;
  let underWay = false;
  let givesWay = false;
  let retry: NodeJS.Timeout | null = null;

  const next = (): Queued | undefined =>
    [...queue.values()].sort(
      (left, right) => left.refusals - right.refusals || left.segment.meta.startedAt - right.segment.meta.startedAt,
    )[0];

  function become(now: UploadWorker['state']): void {
    state = now;
    if (!stopped) parts.changed();
  }

  async function failed(queued: Queued, cause: unknown): Promise<void> {
    const { segment } = queued;
    if (cause instanceof SegmentDamaged) {
      parts.log.write('error', `recording ${segment.meta.segmentId} is damaged on disk: ${cause.message}`);
      queue.delete(segment.name);
      await parts.setAside(segment.name);
      return;
    }
    if (givesWay && !isRefusal(cause)) return;
    if (isRefusal(cause)) queued.refusals += 1;
    if (failures === 0 || isRefusal(cause)) parts.log.write('warn', `upload of ${segment.meta.segmentId}: ${cause}`);
    retry = setTimeout(work, backoffDelay(failures, parts.random));
    failures += 1;
  }

  async function sendNext(queued: Queued): Promise<void> {
    become('uploading');
    try {
      await parts.deliver(queued.segment);
      queue.delete(queued.segment.name);
      acknowledged += 1;
      failures = 0;
    } catch (cause) {
      if (!stopped) await failed(queued, cause);
    }
  }

  /** Works until the queue is empty, a failure asks to wait, or the line belongs to something else. */
  function work(): void {
    if (underWay || stopped) return;
    if (retry) clearTimeout(retry);
    retry = null;
    const queued = next();
    if (!queued) {
      become('idle');
      return;
    }
    if (givesWay) {
      become('waiting_for_network');
      return;
    }
    underWay = true;
    sendNext(queued)
      .catch((cause) => parts.log.write('error', `upload worker: ${cause}`))
      .finally(() => {
        underWay = false;
        if (retry) become('waiting_for_network');
        else work();
      });
  }

  return {
    add(segments) {
      for (const segment of segments) queue.set(segment.name, { segment, refusals: 0 });
      if (retry) parts.changed();
      else work();
    },
    hurry() {
      failures = 0;
      if (retry) work();
    },
    giveWay(on) {
      if (on === givesWay) return;
      givesWay = on;
      if (!on) work();
    },
    stop() {
      stopped = true;
      if (retry) clearTimeout(retry);
    },
    get state() {
      return state;
    },
    get pending() {
      return queue.size;
    },
    get pendingBytes() {
      return [...queue.values()].reduce((sum, { segment }) => sum + segment.bytes, 0);
    },
    get acknowledged() {
      return acknowledged;
    },
  };
}
