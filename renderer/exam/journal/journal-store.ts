import { type DBSchema, type IDBPDatabase, openDB, unwrap } from 'idb';
import type { JournalHead, SealedEntry } from './entry-cipher.ts';

/** Where sealed entries lie. Append-only: an entry once kept is never overwritten or removed here. */
export interface JournalStore {
  /** Resolves when every entry and the epoch's new head are durable (ANS-1). All or none of them. */
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

const completed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('not written', 'AbortError'));
  });

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
      const transaction = bare.transaction(['entries', 'heads'], 'readwrite', { durability: 'strict' });
      const kept = transaction.objectStore('entries');
      for (const entry of entries) kept.add(entry);
      transaction.objectStore('heads').put(head);
      // All is asked: without this the engine commits only after each answer has come back here.
      transaction.commit();
      await completed(transaction);
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
