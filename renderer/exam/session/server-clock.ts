import type { RoundTrip, ServerTimeEstimate } from '../../../shared/domain/server-time.ts';
import { estimateServerTime } from '../../../shared/domain/server-time.ts';
import type { Sleep } from '../../../shared/domain/sleep.ts';
import type { Clock } from '../../../shared/support/clock.ts';
import type { SleepWatch } from './sleep-watch.ts';

export interface ServerClock extends Clock {
  /** Milliseconds since the epoch on the server's clock; 0 until the first measurement. */
  now(): number;
  /** Asks something that the server answers with its time, and learns from the round trip. */
  timed<Reply extends { serverTime: number }>(ask: () => Promise<Reply>): Promise<Reply>;
  /**
   * Asks that often, one after the other, until one fails, and learns from the shortest round trip. False when the
   * computer slept meanwhile: it is to be done again.
   */
  measure(ping: () => Promise<{ serverTime: number }>, times: number): Promise<boolean>;
  /** The computer slept and `now` counts it; the length of the sleep is only known so well. */
  slept(sleep: Sleep): void;
  /** `now` is wrong by at most this, ms; null until the first measurement. */
  readonly uncertainty: number | null;
}

interface Known extends ServerTimeEstimate {
  takenAt: number;
}

/** Two quartz clocks part by no more than this: half a second in three hours. */
const QUARTZ_DRIFT = 50e-6;

/**
 * Which of two estimates to count on. Where both can be true the narrower one stays, so that a slow network does not
 * make the countdown jump; where they contradict each other something happened to the clocks meanwhile, and the newer
 * one is right.
 */
export function betterEstimate<Estimate extends ServerTimeEstimate>(known: Estimate | null, fresh: Estimate): Estimate {
  if (!known) return fresh;
  const agree = Math.abs(known.offset - fresh.offset) <= known.uncertainty + fresh.uncertainty;
  return agree && known.uncertainty <= fresh.uncertainty ? known : fresh;
}

/** The server's clock counted on this computer's monotonic one: its wall clock plays no part (TIME-3). */
export function createServerClock({ elapsed, look }: Pick<SleepWatch, 'elapsed' | 'look'>): ServerClock {
  let known: Known | null = null;

  const aged = (estimate: Known): Known => ({
    ...estimate,
    uncertainty: estimate.uncertainty + Math.max(0, elapsed() - estimate.takenAt) * QUARTZ_DRIFT,
  });

  async function trip<Reply extends { serverTime: number }>(ask: () => Promise<Reply>): Promise<[Reply, RoundTrip]> {
    const sentAt = elapsed();
    const reply = await ask();
    return [reply, { sentAt, receivedAt: elapsed(), serverTime: reply.serverTime }];
  }

  /**
   * Takes trips in only when no sleep was found among them: of one that ended before a sleep was noticed nobody could
   * say on which side of it the server was asked.
   */
  async function learn(trips: readonly RoundTrip[], sleptBefore: number): Promise<boolean> {
    if ((await look()) !== sleptBefore) return false;
    const fresh = estimateServerTime(trips);
    if (fresh) known = betterEstimate(known && aged(known), { ...fresh, takenAt: elapsed() });
    return true;
  }

  return {
    now: () => (known ? elapsed() + known.offset : 0),
    async timed(ask) {
      const sleptBefore = await look();
      const [reply, made] = await trip(ask);
      await learn([made], sleptBefore);
      return reply;
    },
    async measure(ping, times) {
      const sleptBefore = await look();
      const trips: RoundTrip[] = [];
      try {
        for (let count = 0; count < times; count += 1) trips.push((await trip(ping))[1]);
      } catch {
        // Offline: the connection says so itself, and what was measured before it broke still counts.
      }
      return learn(trips, sleptBefore);
    },
    slept({ uncertainty }) {
      if (known) known = { ...known, uncertainty: known.uncertainty + uncertainty };
    },
    get uncertainty() {
      return known ? aged(known).uncertainty : null;
    },
  };
}
