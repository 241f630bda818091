/** What the bench tells a process full of cameras, and what it hears back, over the channel between them. */
import type { StreamClip } from './stream-clip.ts';

/** The tokens of one candidate's two publishers. */
export interface CameraSeat {
  candidate: string;
  phone: string;
}

export type CameraOrder =
  | { order: 'clip'; clip: StreamClip }
  /** Exam windows and phones of these candidates connect, and send to whoever opens a view. */
  | { order: 'seat'; origin: string; ca: string; seats: CameraSeat[] }
  /** That many cameras offer themselves by messages of this channel, without an exam centre. */
  | { order: 'offer'; streams: number }
  | { order: 'signal'; index: number; data: unknown }
  /** No more frames; answered with what was sent of each stream. */
  | { order: 'stop' }
  /** Every connection is closed; those of the exam windows and phones, too. */
  | { order: 'close' };

export type CameraNews =
  | { news: 'done' }
  | { news: 'signal'; index: number; data: unknown }
  | { news: 'sent'; streams: SentStream[]; grades: Record<string, number> };

export interface SentStream {
  ssrc: number;
  frames: number;
}
