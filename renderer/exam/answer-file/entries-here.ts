import type { Entry } from '../../../shared/domain/entry.ts';
import { createEntryCipher } from '../journal/entry-cipher.ts';
import type { JournalStore } from '../journal/journal-store.ts';

export interface EntriesHere {
  /** Ascending by epoch and seq, each once. */
  entries: Entry[];
  /** Could not be read back. */
  damaged: number;
}

/** Everything of an attempt that this computer holds, of all its sign-ins: on the disk, and what the disk refused. */
export async function entriesHere(
  store: Pick<JournalStore, 'read'>,
  { attemptId, attemptKey, unkept }: { attemptId: string; attemptKey: string; unkept: readonly Entry[] },
): Promise<EntriesHere> {
  const cipher = await createEntryCipher(attemptKey);
  const opened = await Promise.all((await store.read(attemptId)).map((sealed) => cipher.open(sealed)));
  const read = opened.filter((entry): entry is Entry => entry !== null);
  const byPlace = new Map([...read, ...unkept].map((entry) => [`${entry.epoch}/${entry.seq}`, entry]));
  return {
    entries: [...byPlace.values()].sort((left, right) => left.epoch - right.epoch || left.seq - right.seq),
    damaged: opened.length - read.length,
  };
}
