import type { Cursor, EntryBatch } from '../../../shared/contract/entries.ts';
import type { Entry } from '../../../shared/domain/entry.ts';
import { backoffDelay } from '../../../shared/support/backoff.ts';
import { Fault } from '../../../shared/support/fault.ts';

const BATCH = 100;

export interface OutboxOptions {
  epoch: number;
  /** Sends one batch; resolves with the server's cursor; throws `Fault`. */
  send(batch: EntryBatch): Promise<Cursor>;
  random(): number;
  /** Runs `task` after `ms` milliseconds; the returned function cancels it. */
  schedule(task: () => void, ms: number): () => void;
  /** What the server holds by its own word; lower than before when it was restored from a backup. */
  onCursor(cursor: number): void;
  /** Another computer took the attempt over (ANS-5): nothing more is sent. */
  onFenced(): void;
  onFailure(cause: unknown): void;
}

export interface Outbox {
  /** Entries that are durable, ascending from seq 1, continuing where the last call ended. */
  offer(entries: readonly Entry[]): void;
  /** Tries at once: the network came back, or somebody is waiting. Asks what the server holds when nothing is unsent. */
  kick(): void;
  /** Resolves when everything offered so far is acknowledged; rejects when fenced or closed. */
  drained(): Promise<void>;
  close(): void;
}

/**
 * Sends entries in batches, one in flight, resending above the acknowledged cursor after any break, with capped
 * exponential backoff and no last attempt. Only the server's cursor moves it, forward or, when the server went back in
 * time, backward: so nothing is forgotten before the window ends.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  /** Everything of this epoch: entry `seq` at `seq - 1`. */
  const entries: Entry[] = [];
  const waiters: { upTo: number; resolve(): void; reject(cause: Fault): void }[] = [];
  let cursor = 0;
  let failures = 0;
  let inFlight = false;
  /** Whether the server still holds what it acknowledged is to be asked. */
  let unsure = false;
  let stopped: Fault | null = null;
  let cancelRetry = () => {};

  function stop(fault: Fault): void {
    stopped = fault;
    cancelRetry();
    for (const waiter of waiters.splice(0)) waiter.reject(fault);
  }

  function moveTo(to: number): void {
    cursor = to;
    for (const waiter of waiters.splice(0)) {
      if (waiter.upTo <= cursor) waiter.resolve();
      else waiters.push(waiter);
    }
    options.onCursor(cursor);
  }

  /** What is unsent, or to ask the last entry once more: it is stored once, and the reply tells what is there. */
  const nextBatch = () =>
    cursor < entries.length || !unsure ? entries.slice(cursor, cursor + BATCH) : entries.slice(-1);

  async function pump(): Promise<void> {
    const batch = nextBatch();
    if (inFlight || stopped || batch.length === 0) return;
    cancelRetry();
    inFlight = true;
    const before = cursor;
    try {
      const reply = await options.send({ epoch: options.epoch, entries: batch });
      unsure = false;
      moveTo(reply.cursor);
      // A reply that moves nothing although something is unsent would loop at full speed: a failure, back off.
      failures = cursor === before && cursor < entries.length ? failures + 1 : 0;
    } catch (cause) {
      failures += 1;
      options.onFailure(cause);
      if (cause instanceof Fault && cause.reason === 'signed_in_elsewhere') {
        stop(cause);
        options.onFenced();
      }
    } finally {
      inFlight = false;
    }
    if (failures === 0) void pump();
    else if (!stopped) cancelRetry = options.schedule(() => void pump(), backoffDelay(failures - 1, options.random));
  }

  return {
    offer(more) {
      entries.push(...more);
      // While backing off the retry timer decides; a new answer must not hammer a server in trouble.
      if (failures === 0) void pump();
    },
    kick() {
      failures = 0;
      unsure = true;
      void pump();
    },
    drained: () =>
      new Promise((resolve, reject) => {
        if (stopped) reject(stopped);
        else if (cursor >= entries.length) resolve();
        else waiters.push({ upTo: entries.length, resolve, reject });
      }),
    close: () => stop(new Fault('unreachable')),
  };
}
