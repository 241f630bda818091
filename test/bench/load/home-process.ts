/** A process full of simulated homes. It does what it is told over the channel to its parent, one order at once. */
import { setTimeout as pass } from 'node:timers/promises';
import { atOnce } from '../../rehearsal/at-once.ts';
import { furnishHome, type Home } from './home.ts';
import type { HomeOrder, HomeOutcome } from './home-orders.ts';

/** Handshakes at once: two cores carry both ends. */
const CONNECT_AT_ONCE = 20;
/** A home that was not let in by then never will be: a refused handshake is not tried again. */
const LET_IN_WITHIN_MS = 60_000;
/** What is under way when the sitting ends may still come to its end for so long. */
const GRACE_MS = 10_000;

const nothing = (): HomeOutcome => ({
  ...{ answers: [], heartbeats: [], stills: [], segments: [], failed: {}, mediaBytes: 0 },
});
let outcome = nothing();
const homes: Home[] = [];

async function sit({ warmMs, forMs }: Extract<HomeOrder, { order: 'sit' }>): Promise<void> {
  const until = performance.now() + warmMs + forMs;
  const over = new AbortController();
  const everybody = Promise.all(homes.map((home, index) => home.sit(until, index / homes.length)));
  await pass(warmMs);
  outcome = nothing();
  await Promise.race([everybody, pass(forMs + GRACE_MS, undefined, { signal: over.signal })]);
  over.abort();
  for (const home of homes) home.countUnderWay();
}

async function connect({ origin, ca, items, seats }: Extract<HomeOrder, { order: 'connect' }>): Promise<void> {
  await atOnce(CONNECT_AT_ONCE, seats, async (seat) => {
    const home = furnishHome({ origin, ca, seat, items, outcome: () => outcome });
    const over = new AbortController();
    const late = pass(LET_IN_WITHIN_MS, undefined, { signal: over.signal }).then(() => {
      throw new Error(`a home was not let in within ${LET_IN_WITHIN_MS / 1_000} s`);
    });
    await Promise.race([home.connected, late]);
    over.abort();
    late.catch(() => undefined);
    homes.push(home);
  });
}

async function obey(order: HomeOrder): Promise<HomeOutcome> {
  outcome = nothing();
  await (order.order === 'sit' ? sit(order) : connect(order));
  return outcome;
}

process.on('message', (order: HomeOrder) => {
  obey(order).then(
    (done) => process.send?.(done),
    (cause) => {
      console.error(cause);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));
