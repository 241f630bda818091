import { type CommonReply, type Numbered, READY } from './worker-messages.ts';

/** The page's end of a worker that answers questions. */
export interface WorkerQuestions<Request, Reply extends { kind: string }> {
  /** Resolves when the models run; rejects when they cannot be started. */
  readonly ready: Promise<void>;
  /** The answer, which must be of the kind `expected`. `moved`: what the worker gets instead of a copy. */
  ask<Kind extends Reply['kind']>(
    message: Request,
    moved: Transferable[],
    expected: Kind,
  ): Promise<Extract<Reply, { kind: Kind }>>;
  /** Ends the worker; open questions are rejected. */
  close(): void;
}

/** An analyser's worker failed to start, crashed, was closed, or could not read a picture. */
export class AnalyserError extends Error {
  override readonly name = 'AnalyserError';
}

/**
 * Starts the worker at `workerUrl`, beside which `vision_bundle.cjs`, `wasm/` and `models/` must lie. Questions may be asked at once:
 * they wait until the models run. Every failure is an AnalyserError, which calls the worker by its `name`.
 */
export function askWorker<Request, Reply extends { kind: string }>(
  workerUrl: string,
  name: string,
): WorkerQuestions<Request, Reply> {
  type Answer = Reply | CommonReply;
  type Question = { resolve(reply: Answer): void; reject(cause: AnalyserError): void };
  const worker = new Worker(workerUrl);
  const open = new Map<number, Question>();
  let asked = READY;
  let ended: AnalyserError | null = null;

  const end = (cause: AnalyserError): void => {
    ended ??= cause;
    worker.terminate();
    for (const { reject } of open.values()) reject(ended);
    open.clear();
  };
  const awaitReply = (number: number): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (ended) reject(ended);
      else open.set(number, { resolve, reject });
    });

  worker.onerror = (event) => end(new AnalyserError(`${name} stopped: ${event.message || workerUrl}`));
  worker.onmessageerror = () => end(new AnalyserError(`${name} sent something unreadable`));
  worker.onmessage = ({ data: { number, message: reply } }: MessageEvent<Numbered<Answer>>) => {
    const question = open.get(number);
    open.delete(number);
    if (reply.kind === 'failed' && 'message' in reply) question?.reject(new AnalyserError(String(reply.message)));
    else question?.resolve(reply);
  };

  const ready = awaitReply(READY).then(
    () => undefined,
    (cause: AnalyserError) => {
      end(cause);
      throw cause;
    },
  );
  // Whoever asks a question learns of a failed start through it; not everyone waits for `ready`.
  ready.catch(() => undefined);

  return {
    ready,
    async ask(message, moved, expected) {
      asked += 1;
      if (!ended) worker.postMessage({ number: asked, message } satisfies Numbered<Request>, moved);
      else for (const each of moved) if (each instanceof ImageBitmap) each.close();
      const reply = await awaitReply(asked);
      if (reply.kind !== expected) throw new AnalyserError(`${name} answered with ${reply.kind}`);
      return reply as Extract<Reply, { kind: typeof expected }>;
    },
    close: () => end(new AnalyserError(`${name} was closed`)),
  };
}
