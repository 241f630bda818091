import { type DBSchema, type IDBPDatabase, openDB, unwrap } from 'idb';
import { type Answered, askPatiently } from './answered.ts';
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
  /** Empty but for moments: see `renewEngineLog`. */
  ballast: { key: number; value: Uint8Array };
}

const VERSION = 3;
/** Of ballast. Below the size from which the engine keeps a value in a file of its own, beside its log. */
const PIECE = new Uint8Array(60_000);
const PIECES_A_TURN = 16;
/** One after the other, so that the engine looks at the size of its log between them: 11 MB in all. */
const TURNS = 12;

function openDatabase(name: string, terminated: () => void): Promise<IDBPDatabase<JournalSchema>> {
  return new Promise((resolve, reject) => {
    openDB<JournalSchema>(name, VERSION, {
      upgrade(upgrading, from) {
        if (from < 1) upgrading.createObjectStore('entries', { keyPath: ['attemptId', 'epoch', 'seq'] });
        if (from < 2) upgrading.createObjectStore('heads', { keyPath: ['attemptId', 'epoch'] });
        if (from < 3) upgrading.createObjectStore('ballast');
      },
      // It would wait for as long as another page holds the older version; answers do not wait for that.
      blocked: () => reject(new DOMException('an older version is open', 'VersionError')),
      terminated,
    }).then(resolve, reject);
  });
}

function written(
  answered: Answered,
  database: IDBDatabase,
  name: 'entries' | 'heads' | 'ballast',
  durability: IDBTransactionDurability,
  ask: (store: IDBObjectStore) => unknown,
): Promise<void> {
  return answered(
    new Promise((resolve, reject) => {
      const transaction = database.transaction(name, 'readwrite', { durability });
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new DOMException('not written', 'AbortError'));
      ask(transaction.objectStore(name));
      // All is asked: without this the engine commits only after each answer has come back here.
      transaction.commit();
    }),
  );
}

/**
 * Has the engine (LevelDB, beneath IndexedDB) begin a new log. At a start, and after a write that failed, it goes on in the log
 * it finds, behind whatever stands at its end; is that half a record, of a power cut or a full disk, then the start after that
 * cannot read on from there and throws the whole database away, with every answer in it. A log that has grown to 4 MB it turns
 * into a table, which is flushed, and begins another; twice as much is written, because it begins the second only once the
 * first is a table. The pieces are empty, which takes little room in a table, and are removed at once.
 */
async function renewEngineLog(answered: Answered, database: IDBDatabase): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) {
    await written(answered, database, 'ballast', 'relaxed', (ballast) => {
      for (let at = 0; at < PIECES_A_TURN; at += 1) ballast.put(PIECE, at);
    });
  }
  await written(answered, database, 'ballast', 'relaxed', (ballast) => ballast.clear());
}

/** The journal in IndexedDB. `strict` makes the engine flush to the disk before a transaction completes. */
export async function openJournalStore(name = 'yunkao-journal'): Promise<JournalStore> {
  const answered = askPatiently();
  // The engine closes a database by itself when its disk fails: the next write opens it again.
  const terminated = (): void => {
    open = null;
    renewed = false;
  };
  /** What an earlier run, or a write that failed, left at the end of the engine's log must not lie before an answer. */
  let renewed = false;
  /** Whether a write got no answer: it may be there, or come yet. */
  let unanswered = false;
  const opened = () => answered(openDatabase(name, terminated), (late) => late.close());
  let open: IDBPDatabase<JournalSchema> | null = await opened();
  const database = async (): Promise<IDBPDatabase<JournalSchema>> => {
    open ??= await opened();
    return open;
  };
  return {
    async append(entries, head) {
      // Bare, because an answer waits for it: a promise for each request costs as much as the request.
      const bare = unwrap(open ?? (await database()));
      try {
        if (!renewed) await renewEngineLog(answered, bare);
        renewed = true;
        if (entries.length === 0) return await written(answered, bare, 'heads', 'strict', (heads) => heads.put(head));
        // Only what may be there already is written over, with itself.
        const way = unanswered ? 'put' : 'add';
        await written(answered, bare, 'entries', 'strict', (kept) => entries.map((entry) => kept[way](entry)));
        unanswered = false;
      } catch (cause) {
        renewed = false;
        unanswered ||= cause instanceof DOMException && cause.name === 'TimeoutError';
        throw cause;
      }
      // No answer waits for it, and the next flush takes it along. One that was not written is one that knows less.
      written(answered, bare, 'heads', 'relaxed', (heads) => heads.put(head)).catch(() => undefined);
    },
    async read(attemptId) {
      const range = IDBKeyRange.bound([attemptId, 0, 0], [attemptId, Number.MAX_SAFE_INTEGER, 0]);
      return answered((await database()).getAll('entries', range));
    },
    async heads(attemptId) {
      const range = IDBKeyRange.bound([attemptId, 0], [attemptId, Number.MAX_SAFE_INTEGER]);
      return answered((await database()).getAll('heads', range));
    },
    close: () => open?.close(),
  };
}
