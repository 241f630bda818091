import { type Entry, isOfItem } from './entry.ts';

/** One answer that this computer had and the server did not, and what became of it. */
export interface MergedEntry {
  entry: Entry;
  /** `carried`: written again in the new epoch. `older`: the server holds a later answer, so this one is not used. */
  outcome: 'carried' | 'older';
  /** When the answer was made that the server had for this item; null when it had none. */
  serverAt: number | null;
}

/** When the server's last accepted answer to an item, and its last accepted flag, were made: server clock, ms. */
export interface TouchedAt {
  response: Readonly<Record<string, number>>;
  flag: Readonly<Record<string, number>>;
}

/**
 * Decides, at re-entry, what to do with journal entries of earlier epochs that the server never acknowledged
 * (ANS-4). They are never merged silently (ANS-5): a carried entry is written again in the new epoch with its
 * origin, and the candidate is shown the list. An item that was
 * answered later keeps the later answer; a later flag is no answer to it, nor the other way round.
 *
 * @param unsent entries of earlier epochs on this computer above the server's cursor, ascending
 */
export function mergeUnsent(unsent: readonly Entry[], touchedAt: TouchedAt): MergedEntry[] {
  return unsent.map((entry) => {
    const { body, at } = entry;
    const serverAt = isOfItem(body) ? (touchedAt[body.type][body.itemId] ?? null) : null;
    return { entry, serverAt, outcome: serverAt !== null && serverAt > at ? 'older' : 'carried' };
  });
}
