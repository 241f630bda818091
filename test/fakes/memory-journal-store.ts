import type { SealedEntry } from '../../renderer/exam/journal/entry-cipher.ts';
import type { JournalStore } from '../../renderer/exam/journal/journal-store.ts';

/** A journal store in memory whose disk can be made full, or its bytes damaged. */
export function memoryJournalStore() {
  const kept: SealedEntry[] = [];
  let refusal: unknown = null;
  const store: JournalStore = {
    async append(entries) {
      if (refusal) throw refusal;
      const places = new Set(kept.map(({ epoch, seq }) => `${epoch}/${seq}`));
      if (entries.some(({ epoch, seq }) => places.has(`${epoch}/${seq}`)))
        throw new DOMException('', 'ConstraintError');
      kept.push(...entries);
    },
    read: async (attemptId) => kept.filter((entry) => entry.attemptId === attemptId),
    close: () => undefined,
  };
  return {
    store,
    kept,
    refuseWith(cause: unknown) {
      refusal = cause;
    },
  };
}
