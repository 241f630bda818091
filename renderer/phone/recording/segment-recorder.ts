import { newSegmentId, type Segment } from './segment.ts';

const SEGMENT_MS = 10_000;
/** About 0.4 MB a segment: readable as evidence, and 60 MB hold 26 minutes of lost network. */
const BITS_PER_SECOND = 300_000;

const WANTED = ['video/webm;codecs=h264', 'video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm', 'video/mp4'];

/** The form to record in, best first (H264 costs a phone least); null when this browser records nothing (iOS < 14.3). */
export function recordingMime(): string | null {
  if (!('MediaRecorder' in window)) return null;
  return WANTED.find((mime) => MediaRecorder.isTypeSupported?.(mime)) ?? null;
}

export interface SegmentRecorder {
  /** Records this stream from now on; what was being recorded is closed as a segment of its own. */
  record(stream: MediaStream): void;
  /** Closes what is being recorded: no pictures come. */
  pause(): void;
  /** Closes the last segment. Resolves once it was handed over. */
  stop(): Promise<void>;
}

export interface SegmentRecorderOptions {
  mime: string;
  onSegment(segment: Segment): void;
  log(text: string, cause: unknown): void;
}

/** One MediaRecorder a segment: only so does each segment play alone. */
export function createSegmentRecorder({ mime, onSegment, log }: SegmentRecorderOptions): SegmentRecorder {
  let recorder: MediaRecorder | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let handedOver = Promise.resolve();

  const finish = (): void => {
    clearTimeout(timer);
    // A recorder whose track ended has stopped by itself and hands its segment over all the same.
    if (recorder && recorder.state !== 'inactive') recorder.stop();
    recorder = null;
  };

  const begin = (stream: MediaStream): void => {
    const startedAt = performance.now();
    const chunks: Blob[] = [];
    const current = new MediaRecorder(stream, { mimeType: mime, videoBitsPerSecond: BITS_PER_SECOND });
    current.ondataavailable = ({ data }) => chunks.push(data);
    current.onerror = (event) => log('the recorder failed', event);
    handedOver = new Promise((resolve) => {
      current.onstop = () => {
        const blob = new Blob(chunks, { type: mime });
        const durationMs = Math.round(performance.now() - startedAt);
        if (blob.size > 0) onSegment({ id: newSegmentId(), blob, mime, startedAt, durationMs });
        resolve();
      };
    });
    current.start();
    recorder = current;
    timer = setTimeout(() => {
      // Stopping and starting in one task leaves no picture out between two segments.
      finish();
      if (stream.active) begin(stream);
    }, SEGMENT_MS);
  };

  return {
    record: (stream) => {
      finish();
      begin(stream);
    },
    pause: finish,
    stop: () => {
      finish();
      return handedOver;
    },
  };
}
