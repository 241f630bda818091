import { backoffDelay } from '../../../shared/support/backoff.ts';
import { sha256Hex } from '../../../shared/support/sha256.ts';
import type { Segment } from './segment.ts';
import { type TusClient, type TusUpload, UploadRefused } from './tus-upload.ts';

/** A phone's browser is ended by its system long before its memory is full; 60 MB are 26 minutes. */
const MEMORY_LIMIT = 60 * 1024 * 1024;

export interface UploadStatus {
  pending: number;
  uploaded: number;
  /** Recording given up because it no longer fitted into memory: a gap, shown as one (CAM-1). */
  lostMs: number;
}

export interface UploadQueueOptions {
  tus: TusClient;
  /** Server time of a `performance.now()`, null while unknown. */
  serverTimeAt(elapsed: number): number | null;
  onStatus(status: UploadStatus): void;
  /** This one was given up, because it no longer fitted into memory. */
  onDropped(segment: Segment): void;
  log(text: string, cause: unknown): void;
  memoryLimit?: number;
}

export interface UploadQueue {
  add(segment: Segment): void;
  /** Tries at once instead of after the present delay: the network is back. */
  hurry(): void;
}

interface Waiting {
  segment: Segment;
  upload: TusUpload | null;
}

/** Uploads segments in order, one at a time, and never gives one up for a failure (no final retry). */
export function createUploadQueue(options: UploadQueueOptions): UploadQueue {
  const { tus, serverTimeAt, onStatus, onDropped, log, memoryLimit = MEMORY_LIMIT } = options;
  const waiting: Waiting[] = [];
  const status: UploadStatus = { pending: 0, uploaded: 0, lostMs: 0 };
  let running = false;
  let failures = 0;
  let wake: () => void = () => undefined;

  const tell = (): void => onStatus({ ...status, pending: waiting.length });
  const dropOldest = (): void => {
    let bytes = waiting.reduce((sum, { segment }) => sum + segment.blob.size, 0);
    while (bytes > memoryLimit && waiting.length > 1) {
      const dropped = waiting.shift();
      if (!dropped) return;
      bytes -= dropped.segment.blob.size;
      status.lostMs += dropped.segment.durationMs;
      onDropped(dropped.segment);
    }
  };

  const send = async (item: Waiting): Promise<void> => {
    const { segment } = item;
    const startedAt = serverTimeAt(segment.startedAt);
    if (startedAt === null) throw new Error('the time of the centre is not known yet');
    if (!item.upload) {
      const bytes = new Uint8Array(await segment.blob.arrayBuffer());
      item.upload = await tus.create(segment.blob.size, {
        segmentId: segment.id,
        camera: 'rear',
        startedAt: String(startedAt),
        durationMs: String(segment.durationMs),
        mime: segment.mime,
        sha256: await sha256Hex(bytes),
      });
    }
    await tus.resume(item.upload, segment.blob);
  };

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async (): Promise<void> => {
    for (let item = waiting[0]; item; item = waiting[0]) {
      try {
        await send(item);
        failures = 0;
        // It may have been dropped for want of memory while its last bytes were under way.
        const place = waiting.indexOf(item);
        if (place >= 0) waiting.splice(place, 1);
        else status.lostMs -= item.segment.durationMs;
        status.uploaded += 1;
        tell();
      } catch (cause) {
        log('a segment could not be uploaded yet', cause);
        if (cause instanceof UploadRefused && cause.beginAnew) item.upload = null;
        await pause(backoffDelay(failures, Math.random));
        failures += 1;
      }
    }
  };

  return {
    add: (segment) => {
      waiting.push({ segment, upload: null });
      dropOldest();
      tell();
      if (running) return;
      running = true;
      void run().then(() => {
        running = false;
      });
    },
    hurry: () => wake(),
  };
}
