import { type DBSchema, type IDBPDatabase, openDB, unwrap } from 'idb';
import type { JournalHead, SealedEntry } from './entry-cipher.ts';

/** Where sealed entries lie. Append-only: an entry once kept is never overwritten or removed here. */
export interface JournalStore {
  /**
   * Resolves when every entry is durable (ANS-1), all or none of them. The epoch's new head follows at once and is never
   * ahead of its entries; without entries it is what becomes durable.
   */
  append(entries: readonly SealedEntry[], head: JournalHead): Promise<void>;
  /** Every entry of one attempt, ascending by epoch and seq. */
  read(attemptId: string): Promise<SealedEntry[]>;
  /** The latest head of each epoch of one attempt. */
  heads(attemptId: string): Promise<JournalHead[]>;
  close(): void;
}

interface JournalSchema extends DBSchema {
  entries: { key: [string, number, number]; value: SealedEntry };
  heads: { key: [string, number]; value: JournalHead };
}

const VERSION = 2;

function openDatabase(name: string, terminated: () => void): Promise<IDBPDatabase<JournalSchema>> {
  return new Promise((resolve, reject) => {
    openDB<JournalSchema>(name, VERSION, {
      upgrade(upgrading, from) {
        if (from < 1) upgrading.createObjectStore('entries', { keyPath: ['attemptId', 'epoch', 'seq'] });
        if (from < 2) upgrading.createObjectStore('heads', { keyPath: ['attemptId', 'epoch'] });
      },
      // It would wait for as long as another page holds the older version; answers do not wait for that.
      blocked: () => reject(new DOMException('an older version is open', 'VersionError')),
      terminated,
    }).then(resolve, reject);
  });
}

function written(
  database: IDBDatabase,
  name: 'entries' | 'heads',
  durability: IDBTransactionDurability,
  ask: (store: IDBObjectStore) => unknown,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, 'readwrite', { durability });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('not written', 'AbortError'));
    ask(transaction.objectStore(name));
    // All is asked: without this the engine commits only after each answer has come back here.
    transaction.commit();
  });
}

/** The journal in IndexedDB. `strict` makes the engine flush to the disk before a transaction completes. */
export async function openJournalStore(name = 'yunkao-journal'): Promise<JournalStore> {
  // The engine closes a database by itself when its disk fails: the next write opens it again.
  const terminated = (): void => {
    open = null;
  };
  let open: IDBPDatabase<JournalSchema> | null = await openDatabase(name, terminated);
  const database = async (): Promise<IDBPDatabase<JournalSchema>> => {
    open ??= await openDatabase(name, terminated);
    return open;
  };
  return {
    async append(entries, head) {
      // Bare, because an answer waits for it: a promise for each request costs as much as the request.
      const bare = unwrap(open ?? (await database()));
      if (entries.length === 0) return written(bare, 'heads', 'strict', (heads) => heads.put(head));
      await written(bare, 'entries', 'strict', (kept) => entries.map((entry) => kept.add(entry)));
      // No answer waits for it, and the next flush takes it along. One that was not written is one that knows less.
      written(bare, 'heads', 'relaxed', (heads) => heads.put(head)).catch(() => undefined);
    },
    read: async (attemptId) =>
      (await database()).getAll(
        'entries',
        IDBKeyRange.bound([attemptId, 0, 0], [attemptId, Number.MAX_SAFE_INTEGER, 0]),
      ),
    heads: async (attemptId) =>
      (await database()).getAll('heads', IDBKeyRange.bound([attemptId, 0], [attemptId, Number.MAX_SAFE_INTEGER])),
    close: () => open?.close(),
  };
}
