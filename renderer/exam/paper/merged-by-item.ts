import { itemsOf, type Paper } from '../../../shared/domain/paper.ts';
import type { MergedEntry } from '../../../shared/domain/reentry.ts';

/**
 * Number in this paper of each item that was merged, and what became of its last entry, in the paper's order. What
 * belongs to another paper of the day is not named: it was shown there.
 */
export function mergedByItem(merged: readonly MergedEntry[], paper: Paper): [number, MergedEntry['outcome']][] {
  const order = itemsOf(paper).map(({ id }) => id);
  const outcomes = new Map<number, MergedEntry['outcome']>();
  for (const { entry, outcome } of merged) {
    const number = entry.body.type === 'response' ? order.indexOf(entry.body.itemId) + 1 : 0;
    if (number > 0) outcomes.set(number, outcome);
  }
  return [...outcomes].sort(([left], [right]) => left - right);
}
