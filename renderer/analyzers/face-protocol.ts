import type { FaceObservation, FaceTemplate } from './face-observation.ts';
import type { FrameLook } from './frame-look.ts';
import type { HeardSpeech } from './speech/heard-speech.ts';

/** What the page asks of the worker; bitmaps, samples and the camera's pictures are transferred. */
export type FaceRequest =
  | { kind: 'observe'; bitmap: ImageBitmap; timestampMs: number }
  | { kind: 'template'; bitmap: ImageBitmap }
  /** From now on looks are at these. */
  | { kind: 'watch'; pictures: ReadableStream<VideoFrame> }
  | { kind: 'look'; timestampMs: number; identify: boolean }
  /** What the last look saw. */
  | { kind: 'still' }
  | { kind: 'listen'; samples: Float32Array };

export type FaceReply =
  | { kind: 'observed'; observation: FaceObservation }
  | { kind: 'templated'; result: FaceTemplate }
  | { kind: 'watching' }
  | { kind: 'looked'; look: FrameLook | null }
  | { kind: 'stilled'; jpeg: ArrayBuffer | null }
  | { kind: 'heard'; heard: HeardSpeech };
