import type { FaceObservation, FaceTemplate } from './face-observation.ts';
import type { FrameLook } from './frame-look.ts';

/** What the page asks of the worker; bitmaps and samples are transferred. Replies come in the order of the questions. */
export type FaceRequest =
  | { kind: 'observe'; bitmap: ImageBitmap; timestampMs: number }
  | { kind: 'template'; bitmap: ImageBitmap }
  | { kind: 'look'; bitmap: ImageBitmap; timestampMs: number; identify: boolean }
  | { kind: 'listen'; samples: Float32Array; sampleRate: number };

/** `ready` comes once, first; `failed` answers a question, or tells that the models could not be started. */
export type FaceReply =
  | { kind: 'ready' }
  | { kind: 'observed'; observation: FaceObservation }
  | { kind: 'templated'; result: FaceTemplate }
  | { kind: 'looked'; look: FrameLook }
  | { kind: 'heard'; voicing: number }
  | { kind: 'failed'; message: string };
