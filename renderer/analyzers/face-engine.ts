import type { FaceObservation, FaceTemplate } from './face-observation.ts';
import { type FaceReply, type FaceRequest, type Numbered, READY } from './face-protocol.ts';
import type { FrameLook } from './frame-look.ts';

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
  /** How much of a voice a sound has, 0..1. The samples are transferred. */
  listen(samples: Float32Array, sampleRate: number): Promise<number>;
  /** Ends the worker; open questions are rejected. */
  close(): void;
}

/** The analyser's worker failed to start, crashed, was closed, or could not read a frame. */
export class FaceEngineError extends Error {
  override readonly name = 'FaceEngineError';
}

/** What the worker gets instead of a copy. */
function movedWith(request: FaceRequest): Transferable[] {
  switch (request.kind) {
    case 'listen':
      return [request.samples.buffer];
    case 'watch':
      return [request.pictures];
    case 'look':
    case 'still':
      return [];
    default:
      return [request.bitmap];
  }
}

type Question = { resolve(reply: FaceReply): void; reject(cause: FaceEngineError): void };

/**
 * Starts the worker at `workerUrl`, beside which `vision_bundle.cjs`, `wasm/` and `models/` must lie. Questions may be
 * asked at once: they wait until the models run. Every failure is a FaceEngineError.
 */
export function createFaceEngine(workerUrl: string): FaceEngine {
  const worker = new Worker(workerUrl);
  const open = new Map<number, Question>();
  let asked = READY;
  let ended: FaceEngineError | null = null;

  const end = (cause: FaceEngineError): void => {
    ended ??= cause;
    worker.terminate();
    for (const { reject } of open.values()) reject(ended);
    open.clear();
  };
  const awaitReply = (number: number): Promise<FaceReply> =>
    new Promise((resolve, reject) => {
      if (ended) reject(ended);
      else open.set(number, { resolve, reject });
    });
  const ask = (message: FaceRequest): Promise<FaceReply> => {
    asked += 1;
    if (!ended) worker.postMessage({ number: asked, message } satisfies Numbered<FaceRequest>, movedWith(message));
    else if ('bitmap' in message) message.bitmap.close();
    return awaitReply(asked);
  };

  worker.onerror = (event) => end(new FaceEngineError(`the face analyser stopped: ${event.message || workerUrl}`));
  worker.onmessageerror = () => end(new FaceEngineError('the face analyser sent something unreadable'));
  worker.onmessage = ({ data: { number, message: reply } }: MessageEvent<Numbered<FaceReply>>) => {
    const question = open.get(number);
    open.delete(number);
    if (reply.kind === 'failed') question?.reject(new FaceEngineError(reply.message));
    else question?.resolve(reply);
  };

  const ready = awaitReply(READY).then(
    () => undefined,
    (cause: FaceEngineError) => {
      end(cause);
      throw cause;
    },
  );
  // Whoever asks a question learns of a failed start through it; not everyone waits for `ready`.
  ready.catch(() => undefined);

  return {
    ready,
    async observe(bitmap, timestampMs) {
      const reply = await ask({ kind: 'observe', bitmap, timestampMs });
      if (reply.kind !== 'observed') throw new FaceEngineError(`unexpected reply ${reply.kind}`);
      return reply.observation;
    },
    async template(bitmap) {
      const reply = await ask({ kind: 'template', bitmap });
      if (reply.kind !== 'templated') throw new FaceEngineError(`unexpected reply ${reply.kind}`);
      return reply.result;
    },
    async watch(pictures) {
      await ask({ kind: 'watch', pictures });
    },
    async look(timestampMs, identify) {
      const reply = await ask({ kind: 'look', timestampMs, identify });
      if (reply.kind !== 'looked') throw new FaceEngineError(`unexpected reply ${reply.kind}`);
      return reply.look;
    },
    async still() {
      const reply = await ask({ kind: 'still' });
      if (reply.kind !== 'stilled') throw new FaceEngineError(`unexpected reply ${reply.kind}`);
      return reply.jpeg;
    },
    async listen(samples, sampleRate) {
      const reply = await ask({ kind: 'listen', samples, sampleRate });
      if (reply.kind !== 'heard') throw new FaceEngineError(`unexpected reply ${reply.kind}`);
      return reply.voicing;
    },
    close: () => end(new FaceEngineError('the face analyser was closed')),
  };
}
