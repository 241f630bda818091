import type { JournalHead, SealedEntry } from '../../renderer/exam/journal/entry-cipher.ts';
import type { ReachFile } from '../../renderer/exam/journal/journal-reach.ts';
import type { JournalStore } from '../../renderer/exam/journal/journal-store.ts';

/** A journal store in memory whose disk can be made full, or its bytes damaged. */
export function memoryJournalStore() {
  const kept: SealedEntry[] = [];
  const heads = new Map<string, JournalHead>();
  let reach: string | null = null;
  let notes = 0;
  let refusal: unknown = null;
  const store: JournalStore = {
    async append(entries, head) {
      if (refusal) throw refusal;
      const places = new Set(kept.map(({ epoch, seq }) => `${epoch}/${seq}`));
      if (entries.some(({ epoch, seq }) => places.has(`${epoch}/${seq}`)))
        throw new DOMException('', 'ConstraintError');
      kept.push(...entries);
      heads.set(`${head.attemptId}/${head.epoch}`, head);
    },
    read: async (attemptId) => kept.filter((entry) => entry.attemptId === attemptId),
    heads: async (attemptId) => [...heads.values()].filter((head) => head.attemptId === attemptId),
    close: () => undefined,
  };
  const reachFile: ReachFile = {
    read: async () => reach,
    async keep(text) {
      reach = text;
      notes += 1;
    },
  };
  return {
    store,
    reachFile,
    kept,
    heads,
    /** How often the reach was noted. */
    notes: () => notes,
    refuseWith(cause: unknown) {
      refusal = cause;
    },
  };
}
