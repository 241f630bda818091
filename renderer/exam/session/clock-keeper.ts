import type { ServerClock } from './server-clock.ts';

const ROUND_TRIPS = 5;
const AGAIN_MS = 30_000;
/** After a sleep in the middle of a measurement. */
const AT_ONCE_MS = 100;

interface Parts {
  clock: ServerClock;
  /** One `clock.ping`; throws `Fault`. */
  ping(): Promise<{ serverTime: number }>;
  schedule(task: () => void, ms: number): () => void;
  /** The clock has just been measured. */
  onMeasured(): void;
}

/** Measures the server's clock now and each 30 s: `measure` is called on every reconnect and after every sleep too. */
export function keepClock({ clock, ping, schedule, onMeasured }: Parts): { measure(): void; close(): void } {
  let cancel = () => {};
  let measuring = false;

  async function measure(): Promise<void> {
    if (measuring) return;
    measuring = true;
    cancel();
    const learnt = await clock.measure(ping, ROUND_TRIPS);
    measuring = false;
    cancel = schedule(() => void measure(), learnt ? AGAIN_MS : AT_ONCE_MS);
    if (learnt) onMeasured();
  }

  return { measure: () => void measure(), close: () => cancel() };
}
