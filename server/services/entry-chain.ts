import { createHash } from 'node:crypto';
import { type Entry, entryText, GENESIS } from '../../shared/domain/entry.ts';
import { Fault } from '../../shared/support/fault.ts';

export interface StoredLink {
  hash: string;
  /** The hash it names as the one before. */
  prev: string;
  /** Only a file that came too late has brought it: it counts for nothing until it comes over the network. */
  setAside: boolean;
}
/** What is already stored around a batch, by seq. */
export type StoredLinks = ReadonlyMap<number, StoredLink>;

const broken = (entry: Entry) => new Fault('hash_mismatch', { seq: entry.seq });

/**
 * Throws `hash_mismatch` with `seq` when an entry's own hash does not fit what it says. Computed here and now: Web Crypto
 * would send each entry to another thread and back, which takes ten times as long as the hash.
 */
export function verifyHashes(entries: readonly Entry[]): void {
  for (const entry of entries) {
    if (entry.hash !== createHash('sha256').update(entryText(entry, entry.prev)).digest('hex')) throw broken(entry);
  }
}

/**
 * The entries that are not stored yet, or only set aside, ascending by seq, after checking every link that can be checked: to neighbours in
 * the batch and to stored ones on both sides of a gap. Throws `hash_mismatch` with `seq` where a chain breaks, or
 * where a seq is already taken by another entry.
 */
export function newEntries(entries: readonly Entry[], stored: StoredLinks): Entry[] {
  const links = new Map(stored);
  const fresh: Entry[] = [];
  for (const entry of [...entries].sort((left, right) => left.seq - right.seq)) {
    const known = links.get(entry.seq);
    if (known && known.hash !== entry.hash) throw broken(entry);
    if (known && !known.setAside) continue;
    const before = entry.seq === 1 ? GENESIS : links.get(entry.seq - 1)?.hash;
    if (before !== undefined && entry.prev !== before) throw broken(entry);
    const after = links.get(entry.seq + 1);
    if (after && after.prev !== entry.hash) throw broken(entry);
    links.set(entry.seq, { ...entry, setAside: false });
    fresh.push(entry);
  }
  return fresh;
}
