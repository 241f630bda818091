import { canonicalJson } from '../support/canonical-json.ts';
import { GENESIS } from './entry.ts';
import { intactLinks } from './hash-chain.ts';

/**
 * What the exam centre learnt about one camera (CAM-1). `from`, `until` and `at` are milliseconds on the server's clock; facts
 * about the same time may come in any order and long after it.
 */
export type CameraFact =
  /** A session was sat: the camera owed this time. Written with the receipt. */
  | { kind: 'owed'; sessionId: string; from: number; until: number }
  | { kind: 'recorded'; from: number; durationMs: number; segmentId: string; sha256: string }
  /** Stored pictures, one at the end of this time and one at its beginning or before: `segmentId` is the latest. */
  | { kind: 'still'; from: number; durationMs: number; segmentId: string; sha256: string }
  /** Its pictures advanced, as its device told while they did. */
  | { kind: 'live'; from: number; durationMs: number }
  /** Its device says that nothing could be recorded, and why. */
  | { kind: 'gap'; from: number; durationMs: number; cause: string }
  | { kind: 'came'; at: number }
  | { kind: 'went'; at: number; cause: string };

/** One link of a camera's chain: `at` is when it was learnt, `prev` the hash before it, `GENESIS` for the first. */
export interface FactLink {
  attemptId: string;
  camera: 'front' | 'rear';
  seq: number;
  at: number;
  fact: CameraFact;
  prev: string;
  hash: string;
}

/** What a link's hash covers: the canonical JSON of everything but the hash itself. */
export const factText = ({ attemptId, camera, seq, at, fact, prev }: Omit<FactLink, 'hash'>): string =>
  canonicalJson({ attemptId, camera, seq, at, fact, prev });

/** How many leading links of one camera form an intact chain: all of them, unless one was changed, removed or put in. */
export const intactFacts = (links: readonly FactLink[]): Promise<number> => intactLinks(links, factText, GENESIS);
