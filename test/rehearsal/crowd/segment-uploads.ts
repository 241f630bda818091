import { randomBytes } from 'node:crypto';
import { setTimeout as pass } from 'node:timers/promises';
import type { Camera } from '../../../shared/contract/views.ts';
import { type UploadLine, uploadSegment } from '../upload-segment.ts';

export interface SegmentUploads {
  add(startedAt: number, durationMs: number): void;
  /** Once everything recorded has arrived. */
  drained(): Promise<void>;
  /** The browser was closed: what had not arrived is lost. */
  forget(): void;
}

interface Parts extends Omit<UploadLine, 'token'> {
  camera: Camera;
  token(): string;
  /** Whether its line stands. */
  up(): boolean;
}

const AGAIN_MS = 1_000;
/** Nobody plays it: only its time and its hash count here. */
const BYTES = 20_000;

/** Recordings of one simulated camera on their way: one at a time, until the exam centre has each, as the devices do it. */
export function createSegmentUploads({ camera, token, up, ...way }: Parts): SegmentUploads {
  let waiting: { id: string; startedAt: number; durationMs: number }[] = [];
  let running: Promise<void> = Promise.resolve();
  let working = false;

  const send = ({ id, ...time }: (typeof waiting)[number]): Promise<void> => {
    const segment = { segmentId: id, camera, mime: 'video/webm', ...time };
    return uploadSegment({ ...way, token: token() }, segment, randomBytes(BYTES));
  };
  const work = async (): Promise<void> => {
    for (let next = waiting[0]; next; next = waiting[0]) {
      const sent =
        up() &&
        (await send(next).then(
          () => true,
          () => false,
        ));
      // A segment that arrived although nobody heard of it is refused under its id: its bytes are not kept here.
      if (sent) waiting = waiting.filter((each) => each !== next);
      else {
        next.id = newSegmentId();
        await pass(AGAIN_MS);
      }
    }
    working = false;
  };
  return {
    add(startedAt, durationMs) {
      waiting.push({ id: newSegmentId(), startedAt, durationMs });
      if (working) return;
      working = true;
      running = work();
    },
    drained: () => running,
    forget() {
      waiting = [];
    },
  };
}

const newSegmentId = (): string => randomBytes(12).toString('hex');
