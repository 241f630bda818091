import { estimateServerTime, type RoundTrip } from '../../../shared/domain/server-time.ts';
import type { Clock, MonotonicClock } from '../../../shared/support/clock.ts';

const KEPT_TRIPS = 12;

/** The server's time, counted on this computer's monotonic clock (TIME-3); the wall clock only until the first reply. */
export class ServerClock implements Clock {
  #trips: RoundTrip[] = [];
  readonly #monotonic: MonotonicClock;
  readonly #wall: Clock;

  constructor(monotonic: MonotonicClock, wall: Clock) {
    this.#monotonic = monotonic;
    this.#wall = wall;
  }

  /** Times one exchange that answers with the server's time; its refusal passes through. */
  async measure(exchange: () => Promise<{ serverTime: number }>): Promise<void> {
    const sentAt = this.#monotonic.elapsed();
    const { serverTime } = await exchange();
    this.#trips = [...this.#trips, { sentAt, receivedAt: this.#monotonic.elapsed(), serverTime }].slice(-KEPT_TRIPS);
  }

  /** Milliseconds since the Unix epoch. */
  now(): number {
    const estimate = estimateServerTime(this.#trips);
    return estimate ? this.#monotonic.elapsed() + estimate.offset : this.#wall.now();
  }
}
