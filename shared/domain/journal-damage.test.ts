import { describe, expect, it } from 'vitest';
import { type FoundEntry, journalDamage } from './journal-damage.ts';

const found = (epoch: number, seqs: readonly number[], condition: FoundEntry['condition'] = 'intact'): FoundEntry[] =>
  seqs.map((seq) => ({ epoch, seq, condition }));
const ascending = (...parts: FoundEntry[][]) =>
  parts.flat().sort((left, right) => left.epoch - right.epoch || left.seq - right.seq);

describe('[ANS-4] damage of the journal on this computer', () => {
  it('is nothing when every entry is intact up to where the journal was seen to reach', () => {
    expect(journalDamage(found(1, [1, 2, 3]), [{ epoch: 1, seq: 3 }], [{ epoch: 1, cursor: 2 }], [])).toEqual([]);
  });

  it('tells an unreadable entry, an altered one and a hole apart, and joins what lies side by side', () => {
    const entries = ascending(found(1, [1, 4, 7, 9]), found(1, [2, 3], 'unreadable'), found(1, [8], 'altered'));
    expect(journalDamage(entries, [], [], [])).toEqual([
      { epoch: 1, kind: 'unreadable', fromSeq: 2, toSeq: 3, lost: 2 },
      { epoch: 1, kind: 'missing', fromSeq: 5, toSeq: 6, lost: 2 },
      { epoch: 1, kind: 'altered', fromSeq: 8, toSeq: 8, lost: 1 },
    ]);
  });

  it('is truncated where the journal was seen to reach further, even with nothing of it left', () => {
    expect(journalDamage(found(1, [1, 2]), [{ epoch: 1, seq: 4 }], [], [])).toEqual([
      { epoch: 1, kind: 'truncated', fromSeq: 3, toSeq: 4, lost: 2 },
    ]);
    expect(journalDamage([], [{ epoch: 2, seq: 57 }], [{ epoch: 2, cursor: 57 }], [])).toEqual([
      { epoch: 2, kind: 'truncated', fromSeq: 1, toSeq: 57, lost: 0 },
    ]);
  });

  it('is behind the server where a whole store was rolled back, and nothing of that is lost', () => {
    const rolledBack = found(1, [1, 2]);
    expect(journalDamage(rolledBack, [{ epoch: 1, seq: 2 }], [{ epoch: 1, cursor: 9 }], [])).toEqual([
      { epoch: 1, kind: 'behind_server', fromSeq: 3, toSeq: 9, lost: 0 },
    ]);
  });

  it('counts as lost only what is above the server’s cursor and was not carried', () => {
    const cursors = [{ epoch: 1, cursor: 3 }];
    expect(journalDamage(found(1, [1, 6]), [], cursors, [{ epoch: 1, seq: 5 }])).toEqual([
      { epoch: 1, kind: 'missing', fromSeq: 2, toSeq: 5, lost: 1 },
    ]);
  });

  it('leaves epochs of another computer alone, and keeps those of this one apart', () => {
    const cursors = [1, 2, 3].map((epoch) => ({ epoch, cursor: 5 }));
    expect(journalDamage(ascending(found(1, [1, 2, 3, 4, 5]), found(3, [2, 3, 4, 5])), [], cursors, [])).toEqual([
      { epoch: 3, kind: 'missing', fromSeq: 1, toSeq: 1, lost: 0 },
    ]);
  });

  it('counts no hole on the word of an entry that cannot be read', () => {
    const entries = ascending(found(1, [1, 2]), found(1, [4_000_000_000], 'unreadable'));
    expect(journalDamage(entries, [{ epoch: 1, seq: 3 }], [], [])).toEqual([
      { epoch: 1, kind: 'missing', fromSeq: 3, toSeq: 3, lost: 1 },
      { epoch: 1, kind: 'unreadable', fromSeq: 4_000_000_000, toSeq: 4_000_000_000, lost: 1 },
    ]);
  });
});
