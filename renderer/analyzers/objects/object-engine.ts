import type { ObjectLook, ObjectReply } from './object-protocol.ts';

/** The page's end of the object analyser. */
export interface ObjectEngine {
  /** Resolves when the model runs; rejects when it cannot be started. */
  readonly ready: Promise<void>;
  /** What a picture shows. The bitmap is transferred, and closed by the worker. */
  look(bitmap: ImageBitmap): Promise<ObjectLook>;
  /** Ends the worker; open questions are rejected. */
  close(): void;
}

/** The analyser's worker failed to start, crashed, was closed, or could not read a picture. */
class ObjectEngineError extends Error {
  override readonly name = 'ObjectEngineError';
}

type Question = { resolve(reply: ObjectReply): void; reject(cause: ObjectEngineError): void };

/** Starts the worker at `workerUrl`, beside which `vision_bundle.cjs`, `wasm/` and `models/` must lie. Questions wait for the model. */
export function createObjectEngine(workerUrl: string): ObjectEngine {
  const worker = new Worker(workerUrl);
  const open: Question[] = [];
  let ended: ObjectEngineError | null = null;

  const end = (cause: ObjectEngineError): void => {
    ended ??= cause;
    worker.terminate();
    for (const { reject } of open.splice(0)) reject(ended);
  };
  const awaitReply = (): Promise<ObjectReply> =>
    new Promise((resolve, reject) => {
      if (ended) reject(ended);
      else open.push({ resolve, reject });
    });

  worker.onerror = (event) => end(new ObjectEngineError(`the object analyser stopped: ${event.message || workerUrl}`));
  worker.onmessageerror = () => end(new ObjectEngineError('the object analyser sent something unreadable'));
  worker.onmessage = ({ data: reply }: MessageEvent<ObjectReply>) => {
    const question = open.shift();
    if (reply.kind === 'failed') question?.reject(new ObjectEngineError(reply.message));
    else question?.resolve(reply);
  };

  const ready = awaitReply().then(
    () => undefined,
    (cause: ObjectEngineError) => {
      end(cause);
      throw cause;
    },
  );
  // Whoever asks a question learns of a failed start through it; not everyone waits for `ready`.
  ready.catch(() => undefined);

  return {
    ready,
    async look(bitmap) {
      if (ended) bitmap.close();
      else worker.postMessage({ bitmap }, [bitmap]);
      const reply = await awaitReply();
      if (reply.kind !== 'looked') throw new ObjectEngineError(`unexpected reply ${reply.kind}`);
      return reply.look;
    },
    close: () => end(new ObjectEngineError('the object analyser was closed')),
  };
}
