import { type CommonReply, type Numbered, READY } from './worker-messages.ts';

interface WorkerScope<Request, Reply> {
  postMessage(reply: Numbered<Reply | CommonReply>, moved: Transferable[]): void;
  onmessage: ((message: MessageEvent<Numbered<Request>>) => void) | null;
}

interface Parts<Request, Reply> {
  /** Settles when the models run, or cannot be started. */
  started: Promise<unknown>;
  answer(request: Request): Promise<Reply>;
  /** What the page gets instead of a copy. */
  movedWith?(reply: Reply): Transferable[];
}

/** The worker's end of `askWorker`. A bitmap that came with a question is closed when it is answered. */
export function answerQuestions<Request extends object, Reply>({
  started,
  answer,
  movedWith,
}: Parts<Request, Reply>): void {
  const scope = self as unknown as WorkerScope<Request, Reply>;
  const failed = (number: number, cause: unknown): void => {
    const text = cause instanceof Error ? cause.message : String(cause);
    scope.postMessage({ number, message: { kind: 'failed', message: text } }, []);
  };
  async function reply(number: number, request: Request): Promise<void> {
    try {
      const message = await answer(request);
      scope.postMessage({ number, message }, movedWith?.(message) ?? []);
    } catch (cause) {
      failed(number, cause);
    } finally {
      if ('bitmap' in request && request.bitmap instanceof ImageBitmap) request.bitmap.close();
    }
  }
  // A handler set later would miss the questions asked while the models start.
  scope.onmessage = ({ data: { number, message } }) => void reply(number, message);
  started.then(
    () => scope.postMessage({ number: READY, message: { kind: 'ready' } }, []),
    (cause) => failed(READY, cause),
  );
}
