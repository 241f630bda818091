import type { SegmentUploads } from './segment-uploads.ts';

/** As long as the product's. */
const SEGMENT_MS = 10_000;

export interface SimulatedRecorder {
  start(): void;
  /** The last segment ends here. */
  stop(): void;
}

/** Records without a break, a segment after the other, whatever becomes of the line. */
export function createRecorder(uploads: SegmentUploads): SimulatedRecorder {
  let since: number | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  const cut = (): void => {
    if (since === null) return;
    const now = Date.now();
    uploads.add(since, now - since);
    since = now;
  };
  return {
    start() {
      if (since !== null) return;
      since = Date.now();
      timer = setInterval(cut, SEGMENT_MS);
    },
    stop() {
      clearInterval(timer);
      cut();
      since = null;
    },
  };
}
