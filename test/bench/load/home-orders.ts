import type { CrowdItem, HomeSeat } from '../sync/crowd-orders.ts';

/** What the bench tells a process full of homes, and what it hears back, over the channel between them. */
export type HomeOrder =
  | { order: 'connect'; origin: string; ca: string; seats: HomeSeat[]; items: CrowdItem[] }
  /** Each sends what a candidate's computer and phone send, for so long. */
  | { order: 'sit'; forMs: number };

export interface HomeOutcome {
  /** From giving something to the line to its acknowledgement, ms. */
  answers: number[];
  heartbeats: number[];
  stills: number[];
  /** From the first byte of a segment to the server's last word, ms. */
  segments: number[];
  /** What was refused or did not arrive, by what it was. */
  failed: Record<string, number>;
  /** Bytes of pictures and recordings that were acknowledged. */
  mediaBytes: number;
}
