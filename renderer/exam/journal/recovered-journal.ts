import type { Cursor } from '../../../shared/contract/entries.ts';
import type { Entry } from '../../../shared/domain/entry.ts';
import { type MergedEntry, mergeUnsent } from '../../../shared/domain/reentry.ts';
import type { EntryCipher } from './entry-cipher.ts';
import type { JournalStore } from './journal-store.ts';

/** What an earlier run left on this computer. */
export interface RecoveredJournal {
  merged: MergedEntry[];
  /** Entries that could not be read back: changed or torn. The rest comes from the server. */
  damaged: number;
}

/**
 * Reads what earlier epochs of this attempt left on this computer and decides what becomes of entries that the server
 * never acknowledged (ANS-4). One that was already carried into a later epoch is not carried twice.
 */
export async function recoverJournal(
  store: JournalStore,
  cipher: EntryCipher,
  attemptId: string,
  server: { cursors: readonly Cursor[]; touchedAt: Readonly<Record<string, number>> },
): Promise<RecoveredJournal> {
  const opened = await Promise.all((await store.read(attemptId)).map((sealed) => cipher.open(sealed)));
  const entries = opened.filter((entry): entry is Entry => entry !== null);
  const received = new Map(server.cursors.map(({ epoch, cursor }) => [epoch, cursor]));
  const carried = new Set(entries.flatMap(({ origin }) => (origin ? [`${origin.epoch}/${origin.seq}`] : [])));
  const unsent = entries.filter(
    ({ epoch, seq }) => seq > (received.get(epoch) ?? 0) && !carried.has(`${epoch}/${seq}`),
  );
  return { merged: mergeUnsent(unsent, server.touchedAt), damaged: opened.length - entries.length };
}
