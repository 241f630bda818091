import { type Cursor, DAMAGES_AN_ENTRY, type EntryBatch } from '../../../shared/contract/entries.ts';
import type { RouteReply } from '../../../shared/contract/http.ts';
import {
  chainEntry,
  type Entry,
  type EntryBody,
  type EntryOrigin,
  GENESIS,
  isOfItem,
  originOfCopy,
} from '../../../shared/domain/entry.ts';
import { type AnswerState, applyEntry } from '../../../shared/domain/fold.ts';
import { damageCode, type JournalDamage } from '../../../shared/domain/journal-damage.ts';
import type { MergedEntry } from '../../../shared/domain/reentry.ts';
import { createEntryCipher } from './entry-cipher.ts';
import { openJournalReach, type ReachFile } from './journal-reach.ts';
import type { JournalStore } from './journal-store.ts';
import { createOutbox } from './outbox.ts';
import { recoverJournal } from './recovered-journal.ts';

export interface AnswerLogOptions {
  attemptId: string;
  epoch: number;
  /** 32 bytes, base64: the attempt's key from sign-in. */
  attemptKey: string;
  store: JournalStore;
  /** Where it is noted how far the journal reaches, on the disk and outside of IndexedDB. */
  reachFile: ReachFile;
  /** What the server holds, from the `answers` route, read after this epoch was opened. */
  server: RouteReply<'answers'>;
  /** Milliseconds on the server's clock. */
  now(): number;
  /** Sends `entries.append`; throws `Fault`. */
  send(batch: EntryBatch): Promise<Cursor>;
  random(): number;
  schedule(task: () => void, ms: number): () => void;
  onFenced(): void;
  log(level: 'info' | 'warn' | 'error', text: string): void;
}

/** Only what is known, never what is hoped: times are milliseconds on the server's clock. */
export interface AnswerLogStatus {
  lastSeq: number;
  /** Entries up to here are durable on this computer. */
  durable: number;
  /** Entries up to here are held by the exam centre. */
  cursor: number;
  unsent: number;
  savedAt: number | null;
  receivedAt: number | null;
  /** `full`: the disk or its quota is used up; `failed`: it cannot be written. The server path goes on either way. */
  storage: 'ok' | 'full' | 'failed';
}

export type ItemStatus = 'untouched' | 'saving' | 'saved' | 'received';

export interface AnswerLog {
  readonly state: AnswerState;
  readonly status: AnswerLogStatus;
  /** What this computer had and the server did not, at re-entry (ANS-4). */
  readonly merged: readonly MergedEntry[];
  /** What of it was found damaged at re-entry, and reported (ANS-4). */
  readonly damages: readonly JournalDamage[];
  /** Entries the disk has refused so far: they are in this window only. */
  readonly unkept: readonly Entry[];
  /**
   * Writes one entry; resolves when it is durable on this computer, or when the disk has refused it. `at`: when it was made,
   * server clock ms, if not now.
   */
  write(body: EntryBody, at?: number): Promise<void>;
  itemStatus(itemId: string): ItemStatus;
  /** When the exam centre had this item's last change, server clock ms; null for not yet, or before this sign-in. */
  itemReceivedAt(itemId: string): number | null;
  /** Called after every change of `state` or `status`; returns the unsubscriber. */
  subscribe(listener: () => void): () => void;
  /** The network is back: send now. */
  kick(): void;
  /** Resolves when the exam centre holds everything written so far; rejects with `Fault` when fenced or closed. */
  flush(): Promise<void>;
  close(): void;
}

interface Draft {
  body: EntryBody;
  at: number;
  seq: number;
  origin: EntryOrigin | undefined;
  settle(): void;
}

/**
 * The candidate's durable answer log: keystroke -> journal on this disk (strict) -> outbox -> server. Writes that
 * arrive while the disk is busy share its next transaction, so typing never waits for a flush.
 */
export async function openAnswerLog(options: AnswerLogOptions): Promise<AnswerLog> {
  const { attemptId, epoch, store, now } = options;
  const cipher = await createEntryCipher(options.attemptKey);
  const { schedule, log } = options;
  const reach = await openJournalReach({ attemptId, cipher, file: options.reachFile, schedule, log });
  const recovered = await recoverJournal(store, cipher, attemptId, options.server, reach.noted);
  const listeners = new Set<() => void>();
  const itemSeq = new Map<string, number>();
  const drafts: Draft[] = [];
  /** Each move of the cursor, ascending. */
  const receipts: { cursor: number; receivedAt: number }[] = [];
  const refusedByDisk: Entry[] = [];
  let writing: Promise<void> | null = null;
  let prev = GENESIS;
  let state = options.server.state;
  let status: AnswerLogStatus = {
    lastSeq: 0,
    durable: 0,
    cursor: 0,
    unsent: 0,
    savedAt: null,
    receivedAt: null,
    storage: 'ok',
  };

  function update(change: Partial<AnswerLogStatus>): void {
    status = { ...status, ...change };
    status.unsent = status.lastSeq - status.cursor;
    for (const listener of listeners) listener();
  }

  /** The exam centre went back in time (BAK-1): what lies above its cursor is not received any more. */
  function forgetReceipts(cursor: number): void {
    const [next] = receipts.splice(receipts.findIndex((receipt) => receipt.cursor >= cursor));
    if (next && cursor > 0) receipts.push({ cursor, receivedAt: next.receivedAt });
    update({ cursor });
  }

  const outbox = createOutbox({
    epoch,
    send: options.send,
    random: options.random,
    schedule,
    onCursor: (cursor) => {
      if (cursor === status.cursor) return;
      if (cursor < status.cursor) return forgetReceipts(cursor);
      const receivedAt = now();
      receipts.push({ cursor, receivedAt });
      update({ cursor, receivedAt });
    },
    onFenced: options.onFenced,
    onFailure: (cause) => log('warn', `entries.append: ${String(cause)}`),
  });

  async function keep(entries: readonly Entry[]): Promise<void> {
    // What the disk refused before goes first, so that `durable` never jumps over a hole.
    refusedByDisk.push(...entries);
    const last = { attemptId, epoch, seq: entries.at(-1)?.seq ?? 0 };
    try {
      const sealing = refusedByDisk.map((entry) => cipher.seal(entry));
      const head = await cipher.proveHead(last);
      await store.append(await Promise.all(sealing), head);
      refusedByDisk.length = 0;
      update({ durable: last.seq, savedAt: entries.length > 0 ? now() : null, storage: 'ok' });
      reach.note(last);
    } catch (cause) {
      const full = cause instanceof DOMException && cause.name === 'QuotaExceededError';
      log('error', `journal: ${String(cause)}`);
      update({ storage: full ? 'full' : 'failed' });
    }
  }

  async function writeDrafts(): Promise<void> {
    while (drafts.length > 0) {
      const batch = drafts.splice(0);
      const entries: Entry[] = [];
      for (const { body, at, seq, origin } of batch) {
        const entry = await chainEntry({ attemptId, epoch, seq, at, body, origin }, prev);
        prev = entry.hash;
        entries.push(entry);
      }
      await keep(entries);
      outbox.offer(entries);
      for (const draft of batch) draft.settle();
    }
    writing = null;
  }

  function enqueue(body: EntryBody, at: number, origin?: EntryOrigin): Promise<void> {
    const seq = status.lastSeq + 1;
    state = applyEntry(state, { body });
    if (isOfItem(body)) itemSeq.set(body.itemId, seq);
    const settled = new Promise<void>((settle) => drafts.push({ body, at, seq, origin, settle }));
    update({ lastSeq: seq });
    writing ??= writeDrafts();
    return settled;
  }

  // At once: a disk that takes nothing is told before there is an answer to lose. The paper does not wait for it.
  writing = keep([]).then(writeDrafts);
  const carried = recovered.merged.filter(({ outcome }) => outcome === 'carried');
  for (const { entry } of carried) void enqueue(entry.body, entry.at, originOfCopy(entry));
  // A report that is an entry cannot be lost: it waits for the network like an answer, and is carried like one.
  const { damages } = recovered;
  for (let from = 0; from < damages.length; from += DAMAGES_AN_ENTRY) {
    void enqueue({ type: 'journal_damage', damages: damages.slice(from, from + DAMAGES_AN_ENTRY) }, now());
  }
  if (damages.length > 0) log('error', `journal damaged: ${damages.map(damageCode).join(', ')}`);

  return {
    get state() {
      return state;
    },
    get status() {
      return status;
    },
    merged: recovered.merged,
    damages,
    get unkept() {
      return [...refusedByDisk];
    },
    write: (body, at = now()) => enqueue(body, at),
    itemStatus(itemId) {
      const seq = itemSeq.get(itemId);
      if (seq === undefined) return state.responses[itemId] ? 'received' : 'untouched';
      if (seq <= status.cursor) return 'received';
      return seq <= status.durable ? 'saved' : 'saving';
    },
    itemReceivedAt(itemId) {
      const seq = itemSeq.get(itemId);
      if (seq === undefined) return null;
      return receipts.find(({ cursor }) => cursor >= seq)?.receivedAt ?? null;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    kick: outbox.kick,
    async flush() {
      await writing;
      await outbox.drained();
    },
    close: outbox.close,
  };
}
