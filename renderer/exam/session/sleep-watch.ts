import { type ClockLook, type Sleep, sleptBetween } from '../../../shared/domain/sleep.ts';
import type { MonotonicClock } from '../../../shared/support/clock.ts';

export interface SleepWatch extends MonotonicClock {
  /** The page's monotonic clock plus all sleep that it did not count. */
  elapsed(): number;
  /** Looks now; resolves with all sleep found so far, ms. A shell that does not answer finds none. */
  look(): Promise<number>;
}

interface Parts {
  /** `performance.now()`: stands still in sleep on some systems and not on others. */
  page: MonotonicClock;
  /** The shell's clock that goes on in sleep. */
  sinceBoot(): Promise<{ ms: number; precisionMs: number }>;
  /** Called once a sleep, after it was added; `at`: where it ended on the clock of this watch. */
  onSlept(sleep: Sleep, at: number): void;
}

/**
 * A monotonic clock that is right over sleep and hibernation (TIME-3). The shell's clock is compared with the page's own
 * here, in the page: what a monotonic clock counts in sleep differs from system to system, and even between the two
 * processes of one shell.
 */
export function watchSleep({ page, sinceBoot, onSlept }: Parts): SleepWatch {
  let last: ClockLook | null = null;
  let slept = 0;
  const elapsed = (): number => page.elapsed() + slept;

  async function take(): Promise<number> {
    const before = page.elapsed();
    const told = await sinceBoot().catch(() => null);
    if (!told) return slept;
    const look: ClockLook = {
      before,
      after: page.elapsed(),
      sinceBoot: told.ms,
      precision: told.precisionMs,
    };
    const found = last && sleptBetween(last, look);
    last = look;
    if (found) {
      slept += found.ms;
      onSlept(found, elapsed());
    }
    return slept;
  }

  // One after the other, so that no sleep is found, and added, by two looks.
  let turn: Promise<unknown> = Promise.resolve();
  function look(): Promise<number> {
    const looked = turn.then(take);
    turn = looked;
    return looked;
  }
  return { elapsed, look };
}
