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
  onCursor(cursor: number): void;
  /** Another computer took the attempt over (ANS-5): nothing more is sent. */
  onFenced(): void;
  onFailure(cause: unknown): void;
}

export interface Outbox {
  /** Entries that are durable, ascending, continuing where the last call ended. */
  offer(entries: readonly Entry[]): void;
  /** Tries at once: the network came back, or somebody is waiting. */
  kick(): void;
  /** Resolves when everything offered so far is acknowledged; rejects when fenced or closed. */
  drained(): Promise<void>;
  close(): void;
}

/**
 * Sends entries in batches, one in flight, resending above the acknowledged cursor after any break, with capped
 * exponential backoff and no last attempt. Nothing is dropped on failure: only the server's cursor moves it on.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const waiting: Entry[] = [];
  const waiters: { upTo: number; resolve(): void; reject(cause: Fault): void }[] = [];
  let cursor = 0;
  let offered = 0;
  let failures = 0;
  let inFlight = false;
  let stopped: Fault | null = null;
  let cancelRetry = () => {};

  function stop(fault: Fault): void {
    stopped = fault;
    cancelRetry();
    for (const waiter of waiters.splice(0)) waiter.reject(fault);
  }

  function advance(to: number): void {
    cursor = Math.max(cursor, to);
    while (waiting[0] && waiting[0].seq <= cursor) waiting.shift();
    for (const waiter of waiters.splice(0)) {
      if (waiter.upTo <= cursor) waiter.resolve();
      else waiters.push(waiter);
    }
    options.onCursor(cursor);
  }

  async function pump(): Promise<void> {
    if (inFlight || stopped || waiting.length === 0) return;
    cancelRetry();
    inFlight = true;
    try {
      const reply = await options.send({ epoch: options.epoch, entries: waiting.slice(0, BATCH) });
      // A reply that acknowledges nothing new would loop at full speed: treat it as a failure and back off.
      failures = reply.cursor > cursor ? 0 : failures + 1;
      advance(reply.cursor);
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
    offer(entries) {
      waiting.push(...entries);
      offered = entries.at(-1)?.seq ?? offered;
      // While backing off the retry timer decides; a new answer must not hammer a server in trouble.
      if (failures === 0) void pump();
    },
    kick() {
      failures = 0;
      void pump();
    },
    drained: () =>
      new Promise((resolve, reject) => {
        if (stopped) reject(stopped);
        else if (cursor >= offered) resolve();
        else waiters.push({ upTo: offered, resolve, reject });
      }),
    close: () => stop(new Fault('unreachable')),
  };
}
