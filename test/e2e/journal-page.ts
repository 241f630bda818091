/** The product's journal in a bare page, for the test that kills the browser around it and damages its disk. */
import { openAnswerLog } from '../../renderer/exam/journal/answer-log.ts';
import type { SealedEntry } from '../../renderer/exam/journal/entry-cipher.ts';
import { openJournalStore } from '../../renderer/exam/journal/journal-store.ts';
import { EMPTY_ANSWERS } from '../../shared/domain/fold.ts';
import type { JournalDamage } from '../../shared/domain/journal-damage.ts';
import { Fault } from '../../shared/support/fault.ts';

/** What a broken disk, or a hand, does to what is stored. */
export type Meddling = 'flip_bit' | 'remove_middle' | 'exchange' | 'foreign' | 'remove_tail' | 'remove_all';

declare global {
  interface Window {
    /** Writes without end; calls `saved` (bound by the test) after each entry that is shown as saved. */
    writeForEver(epoch: number): Promise<never>;
    saved(text: string): Promise<void>;
    /** Opens epoch 1 of an attempt. */
    begin(attemptId: string): Promise<void>;
    /** Writes that many answers more in it, each of an item of its own: `item-1`, `item-2`…; how many there are. */
    writeMore(count: number): Promise<number>;
    /** The note of the journal's reach, on the test's side: a disk that is not the browser's. */
    readReach(attemptId: string): Promise<string | null>;
    keepReach(attemptId: string, text: string): Promise<void>;
    /** Does it to epoch 1 of the attempt, which has six entries, behind the product's back. */
    meddle(attemptId: string, how: Meddling): Promise<void>;
    /** Keeps the store from answering any write, as an engine does that has hung, until what it returns is called. */
    hold(): Promise<void>;
    release(): void;
    /** Opens a new epoch on what the disk holds, and waits until what it wrote is durable; the server has nothing. */
    recover(
      epoch: number,
      attemptId?: string,
    ): Promise<{ answers: Record<string, string>; carried: number; damages: JournalDamage[] }>;
  }
}

const attemptKey = btoa(String.fromCharCode(...new Uint8Array(32).fill(3)));

async function open(epoch: number, attemptId = 'attempt') {
  return openAnswerLog({
    attemptId,
    epoch,
    attemptKey,
    store: await openJournalStore(),
    reachFile: {
      read: () => window.readReach(attemptId),
      keep: (text) => window.keepReach(attemptId, text),
    },
    server: { state: EMPTY_ANSWERS, touchedAt: { response: {}, flag: {} }, cursors: [], carried: [] },
    now: () => Date.now(),
    send: () => Promise.reject(new Fault('unreachable')),
    random: Math.random,
    schedule(task, ms) {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
    onFenced: () => undefined,
    log: () => undefined,
  });
}

window.writeForEver = async (epoch) => {
  const log = await open(epoch);
  for (let count = 1; ; count += 1) {
    const text = `${epoch}-${count}`;
    await log.write({
      type: 'response',
      sessionId: 's',
      itemId: `e${epoch}-i${count % 50}`,
      value: { kind: 'text', text },
    });
    await window.saved(text);
  }
};

let begun: Awaited<ReturnType<typeof open>> | null = null;
window.begin = async (attemptId) => {
  begun = await open(1, attemptId);
};
window.writeMore = async (count) => {
  if (!begun) throw new Error('nothing was begun');
  for (let written = 0; written < count; written += 1) {
    const text = `${begun.status.lastSeq + 1}`;
    await begun.write({ type: 'response', sessionId: 's', itemId: `item-${text}`, value: { kind: 'text', text } });
  }
  return begun.status.durable;
};

/** The journal's database, opened behind the product's back. */
const openBehind = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('yunkao-journal');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

window.hold = async () => {
  const database = await openBehind();
  const transaction = database.transaction(['entries', 'heads', 'ballast'], 'readwrite');
  const entries = transaction.objectStore('entries');
  let held = true;
  // A transaction lives as long as it asks.
  const goOn = (): void => {
    if (held) entries.count().onsuccess = goOn;
    else database.close();
  };
  window.release = () => {
    held = false;
  };
  goOn();
};

window.meddle = async (attemptId, how) => {
  const database = await openBehind();
  const transaction = database.transaction(['entries', 'heads'], 'readwrite');
  const entries = transaction.objectStore('entries');
  const at = (seq: number) => [attemptId, 1, seq];
  const change = (seq: number, made: (entry: SealedEntry) => SealedEntry): void => {
    const request: IDBRequest<SealedEntry> = entries.get(at(seq));
    request.onsuccess = () => entries.put(made(request.result));
  };
  switch (how) {
    case 'flip_bit':
      change(3, (entry) => {
        const bytes = new Uint8Array(entry.sealed);
        bytes[5] = (bytes[5] ?? 0) ^ 1;
        return entry;
      });
      break;
    case 'remove_middle':
      entries.delete(IDBKeyRange.bound(at(3), at(4)));
      break;
    case 'exchange':
      change(3, (entry) => ({ ...entry, seq: 4 }));
      break;
    case 'foreign':
      change(6, (entry) => ({ ...entry, seq: 7 }));
      break;
    case 'remove_tail':
      entries.delete(IDBKeyRange.bound(at(5), at(6)));
      break;
    case 'remove_all':
      entries.clear();
      transaction.objectStore('heads').clear();
  }
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
};

window.recover = async (epoch, attemptId) => {
  const log = await open(epoch, attemptId);
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (log.status.durable === log.status.lastSeq) resolve();
    };
    log.subscribe(look);
    look();
  });
  const answers = Object.entries(log.state.responses).map(([id, value]) => [
    id,
    value.kind === 'text' ? value.text : '',
  ]);
  const carried = log.merged.filter(({ outcome }) => outcome === 'carried').length;
  return { answers: Object.fromEntries(answers), carried, damages: [...log.damages] };
};
