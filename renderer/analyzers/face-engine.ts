import type { FaceObservation, FaceTemplate } from './face-observation.ts';
import type { FaceReply, FaceRequest } from './face-protocol.ts';
import type { FrameLook } from './frame-look.ts';

/** The page's end of the face analyser. Bitmaps are transferred and closed by the worker. */
export interface FaceEngine {
  /** Resolves when the models run; rejects when they cannot be started. */
  readonly ready: Promise<void>;
  /** What one frame shows. `timestampMs`: when it was taken, on a clock that never jumps (performance.now). */
  observe(bitmap: ImageBitmap, timestampMs: number): Promise<FaceObservation>;
  /** The face of a still picture as a template, or why there is none. */
  template(bitmap: ImageBitmap): Promise<FaceTemplate>;
  /** Everything that one frame of a watched exam tells; with the face as a template when it is to be identified. */
  look(bitmap: ImageBitmap, timestampMs: number, identify: boolean): Promise<FrameLook>;
  /** How much of a voice a sound has, 0..1. The samples are transferred. */
  listen(samples: Float32Array, sampleRate: number): Promise<number>;
  /** Ends the worker; open questions are rejected. */
  close(): void;
}

/** The analyser's worker failed to start, crashed, was closed, or could not read a frame. */
export class FaceEngineError extends Error {
  override readonly name = 'FaceEngineError';
}

type Question = { resolve(reply: FaceReply): void; reject(cause: FaceEngineError): void };

/**
 * Starts the worker at `workerUrl`, beside which `vision_bundle.cjs`, `wasm/` and `models/` must lie. Questions may be
 * asked at once: they wait until the models run. Every failure is a FaceEngineError.
 */
export function createFaceEngine(workerUrl: string): FaceEngine {
  const worker = new Worker(workerUrl);
  const open: Question[] = [];
  let ended: FaceEngineError | null = null;

  const end = (cause: FaceEngineError): void => {
    ended ??= cause;
    worker.terminate();
    for (const { reject } of open.splice(0)) reject(ended);
  };
  const awaitReply = (): Promise<FaceReply> =>
    new Promise((resolve, reject) => {
      if (ended) reject(ended);
      else open.push({ resolve, reject });
    });
  const ask = (request: FaceRequest): Promise<FaceReply> => {
    const moved = 'bitmap' in request ? request.bitmap : request.samples.buffer;
    if (!ended) worker.postMessage(request, [moved]);
    else if ('bitmap' in request) request.bitmap.close();
    return awaitReply();
  };

  worker.onerror = (event) => end(new FaceEngineError(`the face analyser stopped: ${event.message || workerUrl}`));
  worker.onmessageerror = () => end(new FaceEngineError('the face analyser sent something unreadable'));
  worker.onmessage = ({ data: reply }: MessageEvent<FaceReply>) => {
    const question = open.shift();
    if (reply.kind === 'failed') question?.reject(new FaceEngineError(reply.message));
    else question?.resolve(reply);
  };

  const ready = awaitReply().then(
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
    async look(bitmap, timestampMs, identify) {
      const reply = await ask({ kind: 'look', bitmap, timestampMs, identify });
      if (reply.kind !== 'looked') throw new FaceEngineError(`unexpected reply ${reply.kind}`);
      return reply.look;
    },
    async listen(samples, sampleRate) {
      const reply = await ask({ kind: 'listen', samples, sampleRate });
      if (reply.kind !== 'heard') throw new FaceEngineError(`unexpected reply ${reply.kind}`);
      return reply.voicing;
    },
    close: () => end(new FaceEngineError('the face analyser was closed')),
  };
}
