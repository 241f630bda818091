import { describe, expect, it } from 'vitest';
import type { Paper } from '../../../shared/domain/paper.ts';
import type { MergedEntry } from '../../../shared/domain/reentry.ts';
import { mergedByItem } from './merged-by-item.ts';

const items = ['a', 'b'].map((id) => ({ id, kind: 'true_false' as const, points: 1, stem: '' }));
const paper = { sections: [{ items }] } as unknown as Paper;
const merged = (itemId: string, outcome: MergedEntry['outcome'], at: number, serverAt: number | null) =>
  ({ entry: { at, body: { type: 'response', itemId } }, outcome, serverAt }) as MergedEntry;

describe('[ANS-4] the list shown after re-entry', () => {
  it('names each item once, by number, with its last entry and both times, and nothing of another paper', () => {
    const entries = [
      merged('b', 'older', 10, 15),
      merged('b', 'carried', 20, 15),
      merged('a', 'older', 5, 9),
      merged('other', 'carried', 1, null),
    ];
    expect(mergedByItem(entries, paper)).toEqual([
      { number: 1, outcome: 'older', at: 5, serverAt: 9 },
      { number: 2, outcome: 'carried', at: 20, serverAt: 15 },
    ]);
  });
});
