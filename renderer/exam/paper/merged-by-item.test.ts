import { describe, expect, it } from 'vitest';
import type { Paper } from '../../../shared/domain/paper.ts';
import type { MergedEntry } from '../../../shared/domain/reentry.ts';
import { mergedByItem } from './merged-by-item.ts';

const items = ['a', 'b'].map((id) => ({ id, kind: 'true_false' as const, points: 1, stem: '' }));
const paper = { sections: [{ items }] } as unknown as Paper;
const merged = (itemId: string, outcome: MergedEntry['outcome']) =>
  ({ entry: { body: { type: 'response', itemId } }, outcome }) as MergedEntry;

describe('[ANS-4] the list shown after re-entry', () => {
  it('names each item once, by its number and what became of its last entry, and nothing of another paper', () => {
    const entries = [merged('b', 'older'), merged('b', 'carried'), merged('a', 'older'), merged('other', 'carried')];
    expect(mergedByItem(entries, paper)).toEqual([
      [1, 'older'],
      [2, 'carried'],
    ]);
  });
});
