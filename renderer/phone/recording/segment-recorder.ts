import { holdsMedia, RECORDED_HEAD_BYTES } from '../../../shared/domain/recorded-file.ts';
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
  /** Nothing came while it recorded: `startedAt` on the phone's own clock, `durationMs` long. */
  onNothing(stretch: Pick<Segment, 'startedAt' | 'durationMs'>): void;
  log(text: string, cause: unknown): void;
}

/** One MediaRecorder a segment: only so does each segment play alone. */
export function createSegmentRecorder({ mime, onSegment, onNothing, log }: SegmentRecorderOptions): SegmentRecorder {
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
    const stopped = new Promise<number>((resolve) => {
      current.onstop = () => resolve(Math.round(performance.now() - startedAt));
    });
    handedOver = stopped
      .then(async (durationMs) => {
        const blob = new Blob(chunks, { type: mime });
        const head = new Uint8Array(await blob.slice(0, RECORDED_HEAD_BYTES).arrayBuffer());
        if (holdsMedia(head)) onSegment({ id: newSegmentId(), blob, mime, startedAt, durationMs });
        else onNothing({ startedAt, durationMs });
      })
      .catch((cause: unknown) => log('a segment is lost', cause));
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
