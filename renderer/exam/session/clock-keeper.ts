import type { RoundTrip } from '../../../shared/domain/server-time.ts';
import type { MonotonicClock } from '../../../shared/support/clock.ts';
import type { ServerClock } from './server-clock.ts';

const ROUND_TRIPS = 5;
const AGAIN_MS = 30_000;

interface Parts {
  clock: ServerClock;
  monotonic: MonotonicClock;
  /** One `clock.ping`; throws `Fault`. */
  ping(): Promise<{ serverTime: number }>;
  schedule(task: () => void, ms: number): () => void;
}

/** Measures the server's clock now and each 30 s: `measure` is called on every reconnect too. */
export function keepClock({ clock, monotonic, ping, schedule }: Parts): { measure(): void; close(): void } {
  let cancel = () => {};
  let measuring = false;

  async function measure(): Promise<void> {
    if (measuring) return;
    measuring = true;
    cancel();
    const trips: RoundTrip[] = [];
    try {
      for (let count = 0; count < ROUND_TRIPS; count += 1) {
        const sentAt = monotonic.elapsed();
        const { serverTime } = await ping();
        trips.push({ sentAt, receivedAt: monotonic.elapsed(), serverTime });
      }
    } catch {
      // Offline: the connection says so itself, and what was measured before it broke still counts.
    }
    clock.measured(trips);
    measuring = false;
    cancel = schedule(() => void measure(), AGAIN_MS);
  }

  return { measure: () => void measure(), close: () => cancel() };
}
