import { type Entry, isOfItem } from './entry.ts';

/** One answer that this computer had and the server did not, and what became of it. */
export interface MergedEntry {
  entry: Entry;
  /** `carried`: written again in the new epoch. `older`: the server holds a later answer, so this one is not used. */
  outcome: 'carried' | 'older';
  /** When the answer was made that the server had for this item; null when it had none. */
  serverAt: number | null;
}

/**
 * Decides, at re-entry, what to do with journal entries of earlier epochs that the server never acknowledged
 * (ANS-4). They are never merged silently (ANS-5): a carried entry is written again in the new epoch with its
 * origin, and the candidate is shown the list. An item that the server has answered later keeps the later answer.
 *
 * @param unsent entries of earlier epochs on this computer above the server's cursor, ascending
 * @param serverTouchedAt item id -> server-clock milliseconds of the last accepted entry for it
 */
export function mergeUnsent(
  unsent: readonly Entry[],
  serverTouchedAt: Readonly<Record<string, number>>,
): MergedEntry[] {
  return unsent.map((entry) => {
    const itemId = isOfItem(entry.body) ? entry.body.itemId : null;
    const serverAt = itemId === null ? null : (serverTouchedAt[itemId] ?? null);
    return { entry, serverAt, outcome: serverAt !== null && serverAt > entry.at ? 'older' : 'carried' };
  });
}
