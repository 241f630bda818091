import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../support/sha256.ts';
import { GENESIS } from './entry.ts';
import { type DeletionLink, deletionText, intactDeletions, keptUntil, retentionState } from './retention.ts';

const DAY = 24 * 60 * 60_000;
const nobody = { openCases: 0, begun: false };

describe('[RET-1] how long is kept what was recorded', () => {
  it('counts from the end of the last session, whatever their order', () => {
    expect(keptUntil([{ endsAt: 5 * DAY }, { endsAt: 9 * DAY }, { endsAt: 7 * DAY }], 30)).toBe(39 * DAY);
  });

  it('is due from its last moment on and not before', () => {
    expect(retentionState(nobody, 100, 99)).toBe('kept');
    expect(retentionState(nobody, 100, 100)).toBe('due');
  });

  it('is held while a case is open, however late it is', () => {
    expect(retentionState({ ...nobody, openCases: 1 }, 100, 100 + 1_000 * DAY)).toBe('held');
  });

  it('is brought to its end once begun, also when a case was opened meanwhile', () => {
    expect(retentionState({ openCases: 1, begun: true }, 100, 100)).toBe('due');
  });
});

describe('[RET-2] the log of deletions', () => {
  const write = async (count: number): Promise<DeletionLink[]> => {
    const links: DeletionLink[] = [];
    for (let seq = 1; seq <= count; seq += 1) {
      const of = { kind: 'candidate', id: `c${seq}`, examinationId: 'e', attemptId: `a${seq}` } as const;
      const link = { seq, at: seq, of, step: { kind: 'done' } as const, prev: links.at(-1)?.hash ?? GENESIS };
      links.push({ ...link, hash: await sha256Hex(deletionText(link)) });
    }
    return links;
  };

  it('verifies as it was written, and shows what was changed, removed or put in', async () => {
    const links = await write(4);
    expect(await intactDeletions(links)).toBe(4);
    expect(await intactDeletions(links.map((link) => (link.seq === 3 ? { ...link, at: 99 } : link)))).toBe(2);
    expect(await intactDeletions(links.filter(({ seq }) => seq !== 2))).toBe(1);
    expect(await intactDeletions([...links, { ...(links[3] as DeletionLink), seq: 5 }])).toBe(4);
  });
});
