import type { FaceObservation, FaceTemplate } from './face-observation.ts';

/** What the page asks of the worker; the bitmap is transferred. Replies come in the order of the questions. */
export type FaceRequest =
  | { kind: 'observe'; bitmap: ImageBitmap; timestampMs: number }
  | { kind: 'template'; bitmap: ImageBitmap };

/** `ready` comes once, first; `failed` answers a question, or tells that the models could not be started. */
export type FaceReply =
  | { kind: 'ready' }
  | { kind: 'observed'; observation: FaceObservation }
  | { kind: 'templated'; result: FaceTemplate }
  | { kind: 'failed'; message: string };
