/** A process full of simulated exam windows. It does what it is told over the channel to its parent, one order at once. */
import { setTimeout as pass } from 'node:timers/promises';
import { atOnce } from '../../rehearsal/at-once.ts';
import type { CrowdOrder, CrowdOutcome } from './crowd-orders.ts';
import { type Seat, takeSeat } from './crowd-seat.ts';

/** Handshakes at once: two cores carry both ends. */
const CONNECT_AT_ONCE = 25;

/** What became of the order that is running. */
let outcome: CrowdOutcome = { latencies: [], written: 0, acknowledged: 0, tookMs: 0 };
const seatsAt = new Map<string, Seat[]>();
/** Called when an entry of this seat was acknowledged. */
const afterwards = new Map<Seat, () => void>();

async function connect({ centre, origin, ca, seats, items }: Extract<CrowdOrder, { order: 'connect' }>): Promise<void> {
  const taken: Seat[] = [];
  await atOnce(CONNECT_AT_ONCE, seats, async (next) => {
    const seat: Seat = takeSeat({
      ...{ origin, ca, seat: next, items },
      onAcknowledged(entries, ms) {
        outcome.acknowledged += entries;
        for (let each = 0; each < entries; each += 1) outcome.latencies.push(Math.round(ms * 100) / 100);
        afterwards.get(seat)?.();
      },
    });
    await seat.connected;
    taken.push(seat);
  });
  seatsAt.set(centre, taken);
}

const write = (seat: Seat) => {
  outcome.written += 1;
  seat.save();
};

async function pace(seats: readonly Seat[], everyMs: number, forMs: number): Promise<void> {
  const until = performance.now() + forMs;
  await Promise.all(
    seats.map(async (seat, index) => {
      const first = performance.now() + (everyMs * index) / seats.length;
      for (let due = first; due < until; due += everyMs) {
        await pass(Math.max(0, due - performance.now()));
        write(seat);
      }
      await seat.drained();
    }),
  );
}

async function saturate(seats: readonly Seat[], forMs: number): Promise<void> {
  const until = performance.now() + forMs;
  for (const seat of seats) {
    // The outbox learns of the acknowledgement after this: the next answer comes once it has.
    afterwards.set(seat, () => setImmediate(() => performance.now() < until && write(seat)));
    write(seat);
  }
  await pass(forMs);
  await Promise.all(seats.map((seat) => seat.drained()));
  afterwards.clear();
}

/** Returns how long the last acknowledgement took from the return of the line. */
async function storm(seats: readonly Seat[], entries: number): Promise<number> {
  for (const seat of seats) seat.cutLine();
  for (let each = 0; each < entries; each += 1) for (const seat of seats) write(seat);
  // Long enough for the exam centre to have noticed that they are gone.
  await pass(2_000);
  const back = performance.now();
  for (const seat of seats) seat.mendLine();
  await Promise.all(seats.map((seat) => seat.drained()));
  return performance.now() - back;
}

async function obey(order: CrowdOrder): Promise<CrowdOutcome> {
  outcome = { latencies: [], written: 0, acknowledged: 0, tookMs: 0 };
  const from = performance.now();
  if (order.order === 'connect') await connect(order);
  else {
    const seats = (seatsAt.get(order.centre) ?? []).slice(0, order.seats);
    if (order.order === 'pace') await pace(seats, order.everyMs, order.forMs);
    if (order.order === 'saturate') await saturate(seats, order.forMs);
    if (order.order === 'storm') outcome.tookMs = await storm(seats, order.entries);
  }
  if (order.order !== 'storm') outcome.tookMs = performance.now() - from;
  return outcome;
}

process.on('message', (order: CrowdOrder) => {
  obey(order).then(
    (done) => process.send?.(done),
    (cause) => {
      console.error(cause);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));
