import { itemsOf, type Paper } from '../../../shared/domain/paper.ts';
import type { MergedEntry } from '../../../shared/domain/reentry.ts';

export interface MergedItem {
  /** In this paper. */
  number: number;
  outcome: MergedEntry['outcome'];
  /** When this computer's last answer was made, and the one that the exam centre had; server clock ms. */
  at: number;
  serverAt: number | null;
}

/**
 * Each item of this paper that was merged, and what became of its last entry, in the paper's order. What belongs to
 * another paper of the day is not named: it was shown there.
 */
export function mergedByItem(merged: readonly MergedEntry[], paper: Paper): MergedItem[] {
  const order = itemsOf(paper).map(({ id }) => id);
  const items = new Map<number, MergedItem>();
  for (const { entry, outcome, serverAt } of merged) {
    const number = entry.body.type === 'response' ? order.indexOf(entry.body.itemId) + 1 : 0;
    if (number > 0) items.set(number, { number, outcome, at: entry.at, serverAt });
  }
  return [...items.values()].sort((left, right) => left.number - right.number);
}
