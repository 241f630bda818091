import type { SegmentMeta } from '../../../shared/contract/shell.ts';
import { holdsMedia } from '../../../shared/domain/recorded-file.ts';
import { Fault } from '../../../shared/support/fault.ts';
import { createObservable, type Observable } from '../observable.ts';
import type { CaptureState } from './capture.ts';
import type { Gap } from './gap-ledger.ts';
import type { Recording } from './media-recording.ts';

/** Each file covers this long; a crash costs at most one. */
export const SEGMENT_MS = 10_000;
/** The new file runs before the old one ends, so that the change of files leaves no hole. */
export const OVERLAP_MS = 300;
const RETRY_MS = 1_000;
/** A hole is told in pieces of this length: a power cut loses at most one of them. */
const HOLE_MS = 60_000;

export interface RecorderState {
  recording: boolean;
  /** What the candidate has to know: the camera is away, the recorder failed, or the disk takes no more. */
  problem: 'camera' | 'recorder' | 'storage_full' | 'storage' | null;
}

export interface Recorder extends Observable<RecorderState> {
  start(): void;
  /** Resolves when the last segment is on the disk, or was refused by it. */
  stop(): Promise<void>;
}

interface Parts {
  attemptId: string;
  capture: Observable<CaptureState>;
  open(stream: MediaStream): Recording;
  /** Resolves once the segment is safe on the disk; throws `Fault`, `storage_full` among them. */
  put(meta: SegmentMeta, bytes: ArrayBuffer): Promise<unknown>;
  report(gap: Gap): void;
  /** Server clock, ms. */
  now(): number;
  schedule(task: () => void, ms: number): () => void;
  log(level: 'info' | 'warn' | 'error', text: string): void;
}

interface OpenSegment {
  recording: Recording;
  startedAt: number;
}

/** Records the capture as a chain of files that each play alone, and accounts for every second it could not (CAM-1). */
export function createRecorder({ attemptId, capture, open, put, report, now, schedule, log }: Parts): Recorder {
  const state = createObservable<RecorderState>({ recording: false, problem: null });
  const storing = new Set<Promise<void>>();
  let current: OpenSegment | null = null;
  let stream: MediaStream | null = null;
  let hole: { from: number; cause: string } | null = null;
  let cancelHolePiece = () => {};
  let cancelRotation = () => {};
  let endOverlapping = () => {};
  let unsubscribe = () => {};

  async function store({ recording, startedAt }: OpenSegment): Promise<void> {
    const durationMs = Math.max(0, now() - startedAt);
    try {
      const blob = await recording.stop();
      const bytes = await blob.arrayBuffer();
      if (!holdsMedia(new Uint8Array(bytes))) {
        log('warn', `nothing came in ${Math.round(durationMs)} ms of recording`);
        report({ camera: 'front', from: startedAt, durationMs, cause: 'nothing_recorded' });
        return;
      }
      const segmentId = `${attemptId.slice(0, 40)}-front-${Math.round(startedAt)}`;
      await put({ segmentId, camera: 'front', startedAt, durationMs, mime: recording.mime }, bytes);
      if (state.state.problem === 'storage' || state.state.problem === 'storage_full') state.patch({ problem: null });
    } catch (cause) {
      const full = cause instanceof Fault && cause.reason === 'storage_full';
      log('error', `segment of ${Math.round(durationMs)} ms not kept: ${String(cause)}`);
      report({ camera: 'front', from: startedAt, durationMs, cause: full ? 'storage_full' : 'segment_not_kept' });
      state.patch({ problem: full ? 'storage_full' : 'storage' });
    }
  }

  function finish(segment: OpenSegment): void {
    const stored = store(segment);
    storing.add(stored);
    void stored.finally(() => storing.delete(stored));
  }

  function tellHole(): void {
    if (hole) report({ camera: 'front', from: hole.from, durationMs: now() - hole.from, cause: hole.cause });
  }

  function tellHoleInPieces(): void {
    cancelHolePiece = schedule(() => {
      tellHole();
      if (hole) hole.from = now();
      tellHoleInPieces();
    }, HOLE_MS);
  }

  function openHole(cause: string): void {
    if (!hole) {
      hole = { from: now(), cause };
      tellHoleInPieces();
    }
    state.patch({ problem: cause === 'recorder_failed' ? 'recorder' : 'camera' });
  }

  function closeHole(): void {
    cancelHolePiece();
    tellHole();
    if (hole) state.patch({ problem: null });
    hole = null;
  }

  function broke(segment: OpenSegment, cause: unknown): void {
    if (current !== segment) return;
    log('error', `recorder: ${cause instanceof Event ? cause.type : String(cause)}`);
    current = null;
    openHole('recorder_failed');
    end(segment, 0);
    cancelRotation();
    cancelRotation = schedule(() => void rotate(), RETRY_MS);
  }

  /** Ends the current file: at once, or once its successor has run for a moment. */
  function end(segment: OpenSegment | null, afterMs: number): void {
    endOverlapping();
    if (!segment) return;
    const cancel = schedule(() => endOverlapping(), afterMs);
    endOverlapping = () => {
      cancel();
      endOverlapping = () => {};
      finish(segment);
    };
    if (afterMs === 0) endOverlapping();
  }

  async function rotate(): Promise<void> {
    cancelRotation();
    const previous = current;
    current = null;
    if (stream && state.state.recording) await begin(stream);
    end(previous, current ? OVERLAP_MS : 0);
  }

  async function begin(source: MediaStream): Promise<void> {
    try {
      const segment: OpenSegment = { recording: open(source), startedAt: now() };
      current = segment;
      void segment.recording.broken.then((cause) => broke(segment, cause));
      await segment.recording.started;
      if (current !== segment) return;
      if (source.getVideoTracks().length > 0) closeHole();
      cancelRotation = schedule(() => void rotate(), SEGMENT_MS);
    } catch (cause) {
      log('error', `recorder: ${String(cause)}`);
      current = null;
      openHole('recorder_failed');
      cancelRotation = schedule(() => void rotate(), RETRY_MS);
    }
  }

  function follow(): void {
    const { camera, stream: next } = capture.state;
    if (camera !== 'live') openHole(`camera_${camera}`);
    if (next !== stream) {
      stream = next;
      void rotate();
    } else if (camera === 'lost' && current) {
      // What follows is not in this file: it ends here, and the next one begins with whatever comes back.
      cancelRotation();
      end(current, 0);
      current = null;
    }
  }

  return {
    get state() {
      return state.state;
    },
    subscribe: state.subscribe,
    start() {
      if (state.state.recording) return;
      state.patch({ recording: true });
      unsubscribe = capture.subscribe(follow);
      follow();
    },
    async stop() {
      unsubscribe();
      cancelRotation();
      closeHole();
      state.set({ recording: false, problem: null });
      end(current, 0);
      current = null;
      stream = null;
      await Promise.all(storing);
    },
  };
}
