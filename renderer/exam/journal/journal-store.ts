import { type DBSchema, openDB } from 'idb';
import type { SealedEntry } from './entry-cipher.ts';

/** Where sealed entries lie. Append-only: an entry once kept is never overwritten or removed here. */
export interface JournalStore {
  /** Resolves when every entry is durable (ANS-1). All or none of them. */
  append(entries: readonly SealedEntry[]): Promise<void>;
  /** Everything of one attempt, ascending by epoch and seq. */
  read(attemptId: string): Promise<SealedEntry[]>;
  close(): void;
}

interface JournalSchema extends DBSchema {
  entries: { key: [string, number, number]; value: SealedEntry };
}

/** The journal in IndexedDB. `strict` makes the engine flush to the disk before a transaction completes. */
export async function openJournalStore(name = 'yunkao-journal'): Promise<JournalStore> {
  const database = await openDB<JournalSchema>(name, 1, {
    upgrade: (upgrading) => {
      upgrading.createObjectStore('entries', { keyPath: ['attemptId', 'epoch', 'seq'] });
    },
  });
  return {
    async append(entries) {
      const transaction = database.transaction('entries', 'readwrite', { durability: 'strict' });
      await Promise.all([...entries.map((entry) => transaction.store.add(entry)), transaction.done]);
    },
    read: (attemptId) =>
      database.getAll('entries', IDBKeyRange.bound([attemptId, 0, 0], [attemptId, Number.MAX_SAFE_INTEGER, 0])),
    close: () => database.close(),
  };
}
