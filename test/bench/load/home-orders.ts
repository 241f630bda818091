import type { CrowdItem, HomeSeat } from '../sync/crowd-orders.ts';

/** What the bench tells a process full of homes, and what it hears back, over the channel between them. */
export type HomeOrder =
  | { order: 'connect'; origin: string; ca: string; seats: HomeSeat[]; items: CrowdItem[] }
  /** Each sends what a candidate's computer and phone send, for so long after a while that does not count. */
  | { order: 'sit'; warmMs: number; forMs: number };

export interface HomeOutcome {
  /** From writing an answer to its acknowledgement, ms. */
  answers: number[];
  /** From giving something to the line to its acknowledgement, ms. */
  heartbeats: number[];
  stills: number[];
  /** From the first byte of a segment to the server's last word, ms. */
  segments: number[];
  /** What was refused, did not arrive, or was still under way when time was up, by what it was. */
  failed: Record<string, number>;
  /** Bytes of pictures and recordings that were acknowledged. */
  mediaBytes: number;
}
