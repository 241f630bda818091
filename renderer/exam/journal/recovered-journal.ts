import type { RouteReply } from '../../../shared/contract/http.ts';
import { type Entry, hashEntry, placesBefore } from '../../../shared/domain/entry.ts';
import {
  damageCode,
  type FoundEntry,
  type JournalDamage,
  type JournalPlace,
  journalDamage,
} from '../../../shared/domain/journal-damage.ts';
import { type MergedEntry, mergeUnsent } from '../../../shared/domain/reentry.ts';
import type { EntryCipher, SealedEntry } from './entry-cipher.ts';
import type { JournalStore } from './journal-store.ts';

/** What an earlier run left on this computer. */
export interface RecoveredJournal {
  merged: MergedEntry[];
  /** What is not as it was written and was not reported before. The rest comes from the server. */
  damages: JournalDamage[];
}

interface Opened extends FoundEntry {
  entry: Entry | null;
}

async function openEntry(cipher: EntryCipher, sealed: SealedEntry): Promise<Opened> {
  const entry = await cipher.open(sealed);
  const place = { epoch: sealed.epoch, seq: sealed.seq };
  if (!entry) return { ...place, entry, condition: 'unreadable' };
  const whole = entry.hash === (await hashEntry(entry, entry.prev));
  return { ...place, entry: whole ? entry : null, condition: whole ? 'intact' : 'altered' };
}

/** An entry that does not link to the one before it is named; both are kept, because each is authentic by itself. */
function withLinks(opened: readonly Opened[]): Opened[] {
  return opened.map((one, index) => {
    const before = opened[index - 1];
    const neighbours = before?.epoch === one.epoch && before.seq + 1 === one.seq && before.entry && one.entry;
    return neighbours && one.entry?.prev !== before.entry?.hash ? { ...one, condition: 'altered' } : one;
  });
}

/**
 * Reads what earlier epochs of this attempt left on this computer, checks it, and decides what becomes of entries that
 * the server never acknowledged (ANS-4). One that was already carried into a later epoch is not carried twice, and
 * damage that an earlier run put into the journal is not reported twice.
 */
export async function recoverJournal(
  store: JournalStore,
  cipher: EntryCipher,
  attemptId: string,
  server: Pick<RouteReply<'answers'>, 'cursors' | 'touchedAt' | 'carried'>,
  noted: readonly JournalPlace[],
): Promise<RecoveredJournal> {
  const [sealed, heads] = await Promise.all([store.read(attemptId), store.heads(attemptId)]);
  const found = withLinks(await Promise.all(sealed.map((one) => openEntry(cipher, one))));
  const proven = await Promise.all(heads.map((head) => cipher.isProven(head)));
  const reached = [...heads.filter((_, index) => proven[index]), ...noted];

  const entries = found.flatMap(({ entry }) => (entry ? [entry] : []));
  const received = new Map(server.cursors.map(({ epoch, cursor }) => [epoch, cursor]));
  // The exam centre remembers what this computer may not: a copy that its disk refused, or that was damaged since.
  const origins = [...entries.flatMap(({ origin }) => (origin ? [origin] : [])), ...server.carried];
  const before = origins.flatMap(placesBefore);
  const carried = new Set(before.map(({ epoch, seq }) => `${epoch}/${seq}`));
  const unsent = entries.filter(
    ({ epoch, seq }) => seq > (received.get(epoch) ?? 0) && !carried.has(`${epoch}/${seq}`),
  );
  const reported = new Set(
    entries.flatMap(({ body }) => (body.type === 'journal_damage' ? body.damages.map(damageCode) : [])),
  );
  const damages = journalDamage(found, reached, server.cursors, [...entries, ...before]);
  return {
    merged: mergeUnsent(unsent, server.touchedAt),
    damages: damages.filter((damage) => !reported.has(damageCode(damage))),
  };
}
