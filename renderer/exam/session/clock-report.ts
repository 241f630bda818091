import { type ClockDrift, driftWorthTelling } from '../../../shared/domain/clock-drift.ts';
import type { Sleep } from '../../../shared/domain/sleep.ts';
import type { ServerClock } from './server-clock.ts';

export interface SleepReport {
  /** When it ended, server clock ms. */
  until: number;
  durationMs: number;
}

interface Parts {
  clock: ServerClock;
  /** The computer's own clock: milliseconds since the epoch and minutes east of UTC, as it believes. */
  wall(): { now: number; zoneOffsetMinutes: number };
  /** Each resolves when the exam centre has it. */
  sendDrift(drift: ClockDrift): Promise<unknown>;
  sendSleep(sleep: SleepReport): Promise<unknown>;
  log(level: 'info' | 'warn' | 'error', text: string): void;
}

export interface ClockReport {
  /** The computer slept, up to now. */
  slept(sleep: Sleep): void;
  /** Online, and the server's clock has just been measured: tells what is worth telling and has not been told. */
  tell(): void;
}

/** Tells the exam centre how this computer's clock stands and when it slept. Neither changes anything here (TIME-3). */
export function createClockReport({ clock, wall, sendDrift, sendSleep, log }: Parts): ClockReport {
  let told: ClockDrift | null = null;
  let telling = false;
  const sleeps: SleepReport[] = [];

  async function tellAll(): Promise<void> {
    while (sleeps[0]) {
      await sendSleep(sleeps[0]);
      sleeps.shift();
    }
    const { now, zoneOffsetMinutes } = wall();
    const seen = {
      wallOffsetMs: Math.round(now - clock.now()),
      zoneOffsetMinutes,
      uncertaintyMs: Math.ceil(clock.uncertainty ?? 0),
    };
    if (!driftWorthTelling(told, seen)) return;
    await sendDrift(seen);
    told = seen;
  }

  return {
    slept({ ms }) {
      sleeps.push({ until: clock.now(), durationMs: Math.round(ms) });
    },
    tell() {
      if (telling) return;
      telling = true;
      tellAll()
        .catch((cause: unknown) => log('warn', `clock not reported: ${String(cause)}`))
        .finally(() => {
          telling = false;
        });
    },
  };
}
