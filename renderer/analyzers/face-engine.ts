import type { FaceObservation, FaceTemplate } from './face-observation.ts';
import type { FaceReply, FaceRequest } from './face-protocol.ts';
import type { FrameLook } from './frame-look.ts';
import type { HeardSpeech } from './speech/heard-speech.ts';
import { askWorker } from './worker-questions.ts';

/** The page's end of the face analyser. Bitmaps are transferred and closed by the worker. */
export interface FaceEngine {
  /** Resolves when the models run; rejects when they cannot be started. */
  readonly ready: Promise<void>;
  /** What one frame shows. `timestampMs`: when it was taken, on a clock that never jumps (performance.now). */
  observe(bitmap: ImageBitmap, timestampMs: number): Promise<FaceObservation>;
  /** The face of a still picture as a template, or why there is none. */
  template(bitmap: ImageBitmap): Promise<FaceTemplate>;
  /** From now on looks are at these pictures, which go to the worker without touching the page. */
  watch(pictures: ReadableStream<VideoFrame>): Promise<void>;
  /**
   * Everything that the newest picture tells; with the face as a template when it is to be identified. Null when the camera has
   * delivered none for a second.
   */
  look(timestampMs: number, identify: boolean): Promise<FrameLook | null>;
  /** What the last look saw, as JPEG; null when there was none. */
  still(): Promise<ArrayBuffer | null>;
  /**
   * How surely each 32 ms of a sound at 8 kHz, which goes on where the last one ended, are speech, 0..1; the rest waits for the next. The
   * samples are transferred.
   */
  listen(samples: Float32Array): Promise<HeardSpeech>;
  /** Ends the worker; open questions are rejected. */
  close(): void;
}

/** Starts the worker at `workerUrl`; see `askWorker`. */
export function createFaceEngine(workerUrl: string): FaceEngine {
  const { ready, ask, close } = askWorker<FaceRequest, FaceReply>(workerUrl, 'the face analyser');
  return {
    ready,
    observe: async (bitmap, timestampMs) =>
      (await ask({ kind: 'observe', bitmap, timestampMs }, [bitmap], 'observed')).observation,
    template: async (bitmap) => (await ask({ kind: 'template', bitmap }, [bitmap], 'templated')).result,
    async watch(pictures) {
      await ask({ kind: 'watch', pictures }, [pictures], 'watching');
    },
    look: async (timestampMs, identify) => (await ask({ kind: 'look', timestampMs, identify }, [], 'looked')).look,
    still: async () => (await ask({ kind: 'still' }, [], 'stilled')).jpeg,
    listen: async (samples) => (await ask({ kind: 'listen', samples }, [samples.buffer], 'heard')).heard,
    close,
  };
}
