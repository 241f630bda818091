/** A process full of simulated homes. It does what it is told over the channel to its parent, one order at once. */
import { atOnce } from '../../rehearsal/at-once.ts';
import { furnishHome, type Home } from './home.ts';
import type { HomeOrder, HomeOutcome } from './home-orders.ts';

/** Handshakes at once: two cores carry both ends. */
const CONNECT_AT_ONCE = 20;

const nothing = (): HomeOutcome => ({
  ...{ answers: [], heartbeats: [], stills: [], segments: [], failed: {}, mediaBytes: 0 },
});
let outcome = nothing();
const homes: Home[] = [];

async function obey(order: HomeOrder): Promise<HomeOutcome> {
  outcome = nothing();
  if (order.order === 'sit') {
    const until = performance.now() + order.forMs;
    await Promise.all(homes.map((home, index) => home.sit(until, index / homes.length)));
    return outcome;
  }
  const { origin, ca, items } = order;
  await atOnce(CONNECT_AT_ONCE, order.seats, async (seat) => {
    const home = furnishHome({ origin, ca, seat, items, outcome: () => outcome });
    await home.connected;
    homes.push(home);
  });
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
