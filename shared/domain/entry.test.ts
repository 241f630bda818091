import { describe, expect, it } from 'vitest';
import { chainEntry, type Entry, GENESIS, hashEntry, intactPrefix, type UnchainedEntry } from './entry.ts';

const plain = (seq: number, option = 'A'): UnchainedEntry => ({
  attemptId: 'attempt-1',
  epoch: 1,
  seq,
  at: 1_790_000_000_000 + seq,
  body: { type: 'response', sessionId: 'theory', itemId: `t-s-0${seq}`, value: { kind: 'choice', chosen: [option] } },
});

async function chainOf(length: number): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    entries.push(await chainEntry(plain(seq), entries.at(-1)?.hash ?? GENESIS));
  }
  return entries;
}

describe('the chain of entries', () => {
  it('[ANS-2] is intact from the genesis hash to its end', async () => {
    const entries = await chainOf(5);
    expect(entries[0]?.prev).toBe('0'.repeat(64));
    expect(await intactPrefix(entries)).toBe(5);
    expect(await intactPrefix([])).toBe(0);
  });

  it('[ANS-2] hashes exactly the fields that SPEC.md names', async () => {
    const entry = plain(1);
    // The digest of the canonical text written out by hand, by another implementation (Python's hashlib).
    expect(await hashEntry(entry, GENESIS)).toBe('cde23f6f8d28aa7849c157a0df3afed7428a73023ca3f2763cb73755119013a1');
    expect(await hashEntry({ ...entry, hash: 'f'.repeat(64) } as UnchainedEntry, GENESIS)).toBe(
      await hashEntry(entry, GENESIS),
    );
  });

  const tampered: [string, (entry: Entry) => Entry][] = [
    ['the answer', (entry) => ({ ...entry, body: plain(entry.seq, 'B').body })],
    ['the time', (entry) => ({ ...entry, at: entry.at - 1 })],
    ['the attempt', (entry) => ({ ...entry, attemptId: 'attempt-2' })],
    ['the epoch', (entry) => ({ ...entry, epoch: 2 })],
    ['the origin', (entry) => ({ ...entry, origin: { epoch: 1, seq: 9 } })],
    ['the hash', (entry) => ({ ...entry, hash: 'a'.repeat(64) })],
    ['the link', (entry) => ({ ...entry, prev: 'b'.repeat(64) })],
  ];

  it.each(tampered)('[ANS-2] ends before an entry in which %s was changed', async (_, change) => {
    const entries = await chainOf(4);
    expect(await intactPrefix(entries.map((entry) => (entry.seq === 3 ? change(entry) : entry)))).toBe(2);
  });

  it('[ANS-2] ends where a changed entry was hashed anew, because the next one still names the old hash', async () => {
    const [first, second, third] = (await chainOf(3)) as [Entry, Entry, Entry];
    const rewritten = await chainEntry(plain(2, 'C'), first.hash);
    expect(rewritten.prev).toBe(second.prev);
    expect(await intactPrefix([first, rewritten, third])).toBe(2);
  });

  it('[ANS-2] ends at a gap, a repetition and a reordering', async () => {
    const [first, second, third] = (await chainOf(3)) as [Entry, Entry, Entry];
    expect(await intactPrefix([first, third])).toBe(1);
    expect(await intactPrefix([first, first, second])).toBe(1);
    expect(await intactPrefix([second, first, third])).toBe(0);
  });

  it('[ANS-2] can be checked in pieces, each from the hash and seq before it', async () => {
    const entries = await chainOf(6);
    expect(await intactPrefix(entries.slice(2), entries[1]?.hash, 3)).toBe(4);
    expect(await intactPrefix(entries.slice(2), entries[0]?.hash, 3)).toBe(0);
    expect(await intactPrefix(entries.slice(2), entries[1]?.hash, 4)).toBe(0);
  });

  it('[ANS-4] covers where a carried entry came from', async () => {
    const carried = await chainEntry({ ...plain(1), origin: { epoch: 1, seq: 7 } }, GENESIS);
    const { origin: _, ...without } = carried;
    expect(await intactPrefix([carried])).toBe(1);
    expect(await intactPrefix([without])).toBe(0);
  });
});
