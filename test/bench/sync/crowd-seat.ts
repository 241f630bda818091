import { createHash } from 'node:crypto';
import { io } from 'socket.io-client';
import { createOutbox, type Outbox } from '../../../renderer/exam/journal/outbox.ts';
import { type Connection, openConnection } from '../../../renderer/exam/session/connection.ts';
import { PROTOCOL_VERSION } from '../../../shared/contract/version.ts';
import { type Entry, entryText, GENESIS, type UnchainedEntry } from '../../../shared/domain/entry.ts';
import type { CrowdItem, CrowdSeat } from './crowd-orders.ts';

/** One simulated exam window: the real connection and the real outbox over one socket; its journal is in memory. */
export interface Seat {
  connected: Promise<void>;
  /** Answers the next item and offers the entry. */
  save(): Entry;
  drained(): Promise<void>;
  /** Anything else that a window says. */
  request: Connection['request'];
  cutLine(): void;
  mendLine(): void;
  close(): void;
}

interface Parts {
  origin: string;
  ca: string;
  seat: CrowdSeat;
  items: readonly CrowdItem[];
  /** `cursor`: up to which entry the server says it has them all. */
  onAcknowledged(entries: number, ms: number, cursor: number): void;
}

const OPTIONS = ['A', 'B', 'C', 'D'];

function schedule(task: () => void, ms: number): () => void {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
}

export function takeSeat({ origin, ca, seat, items, onAcknowledged }: Parts): Seat {
  const auth = { token: seat.token, protocol: PROTOCOL_VERSION };
  const asTheWindow = { transports: ['websocket'], reconnectionDelay: 500, reconnectionDelayMax: 5_000 };
  const options = { auth, ca, forceNew: true, autoConnect: false, ...asTheWindow };
  const socket = io(`${origin}/candidate`, options as Parameters<typeof io>[1]);
  const line = new EventTarget();
  const connection: Connection = openConnection({
    ...{ socket, now: Date.now, schedule, network: line, log: () => undefined },
  });
  const connected = new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  const outbox: Outbox = createOutbox({
    epoch: 1,
    random: Math.random,
    schedule,
    async send(batch) {
      const from = performance.now();
      const cursor = await connection.request('entries.append', batch);
      onAcknowledged(batch.entries.length, performance.now() - from, cursor.cursor);
      return cursor;
    },
    onCursor: () => undefined,
    onFenced: () => undefined,
    onFailure: () => undefined,
  });
  connection.subscribe(() => {
    if (connection.state.online) outbox.kick();
  });

  let last: Pick<Entry, 'seq' | 'hash'> = { seq: 0, hash: GENESIS };
  return {
    connected,
    save() {
      const seq = last.seq + 1;
      const item = items[seq % items.length] as CrowdItem;
      const value = { kind: 'choice' as const, chosen: [OPTIONS[seq % OPTIONS.length] as string] };
      const unchained: UnchainedEntry = {
        ...{ attemptId: seat.attemptId, epoch: 1, seq, at: Date.now() },
        body: { type: 'response', ...item, value },
      };
      // As `chainEntry`, without a thread's turn an entry: the crowd shares its processor with what it measures.
      const hash = createHash('sha256').update(entryText(unchained, last.hash)).digest('hex');
      const entry = { ...unchained, prev: last.hash, hash };
      last = entry;
      outbox.offer([entry]);
      return entry;
    },
    drained: outbox.drained,
    request: connection.request,
    cutLine() {
      // Nothing is cut here: socket.io must not find that out by itself.
      socket.io.reconnection(false);
      line.dispatchEvent(new Event('offline'));
    },
    mendLine() {
      socket.io.reconnection(true);
      line.dispatchEvent(new Event('online'));
    },
    close() {
      outbox.close();
      connection.close();
    },
  };
}
