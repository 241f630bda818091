import { askWorker } from '../worker-questions.ts';
import type { ObjectLook, ObjectReply, ObjectRequest } from './object-protocol.ts';

/** The page's end of the object analyser. */
export interface ObjectEngine {
  /** Resolves when the model runs; rejects when it cannot be started. */
  readonly ready: Promise<void>;
  /** What a picture shows. The bitmap is transferred, and closed by the worker. */
  look(bitmap: ImageBitmap): Promise<ObjectLook>;
  /** Ends the worker; open questions are rejected. */
  close(): void;
}

/** Starts the worker at `workerUrl`; see `askWorker`. */
export function createObjectEngine(workerUrl: string): ObjectEngine {
  const { ready, ask, close } = askWorker<ObjectRequest, ObjectReply>(workerUrl, 'the object analyser');
  return { ready, look: async (bitmap) => (await ask({ bitmap }, [bitmap], 'looked')).look, close };
}
