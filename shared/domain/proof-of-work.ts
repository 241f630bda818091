import { canonicalJson } from '../support/canonical-json.ts';
import { sha256Rounds } from '../support/sha256-rounds.ts';

/** A digest counts when its first 14 bits are zero: one of 16,384 does, and the slowest phone is to find it in seconds. */
const WORKED = /^000[0-3]/;
/** A counter is one 32-bit word. */
export const COUNTERS = 2 ** 32;

/** What the work is bound to: it is worth nothing for another challenge or for anything else (RES-2). */
export interface WorkSubject {
  challenge: string;
  /** The two numbers that are asked by, or the words of a complaint. */
  bound: readonly string[];
}

/** Tells of each counter whether it is the work that was asked for: half of all times within 11,400 counters. */
export function workOf({ challenge, bound }: WorkSubject): (counter: number) => boolean {
  const seed = sha256Rounds(new TextEncoder().encode(canonicalJson([challenge, ...bound])));
  const message = new Uint8Array(36);
  for (let at = 0; at < 32; at += 1) message[at] = Number.parseInt(seed.slice(at * 2, at * 2 + 2), 16);
  const view = new DataView(message.buffer);
  return (counter) => {
    view.setUint32(32, counter);
    return WORKED.test(sha256Rounds(message));
  };
}
