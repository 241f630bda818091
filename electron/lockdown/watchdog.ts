import type { Finding } from '../../shared/contract/shell.ts';
import type { MonotonicClock } from '../../shared/support/clock.ts';
import type { LogFile } from '../log/log-file.ts';
import { failureNote, type Step } from '../startup/step.ts';
import type { ReportFinding } from './finding.ts';

/** A measure is missed for this long at most. */
const LOOK_EVERY_MS = 500;
/** Nobody looked for so long: the program stood still, whatever stopped it. */
const STANDSTILL_FROM_MS = 3000;
/** After this a loss is told before it is made good; within a second in all. */
const TELL_AFTER_MS = 400;
/** What cannot be had is asked for less and less often. */
const LONGEST_PAUSE_MS = 30_000;
/** A measure that somebody keeps lifting is told once in this time, with how often. */
const TELL_AGAIN_AFTER_MS = 10_000;

/** What is known of one measure between two looks. Times are monotonic milliseconds. */
export interface Hold {
  lostAt: number | null;
  tries: number;
  nextTryAt: number;
  /** Losses not told yet, and when one was told last. */
  untold: number;
  toldAt: number;
  /** Told as lost for good; that it is back is then told, too. */
  toldAsLost: boolean;
}

export const HELD: Hold = {
  ...{ lostAt: null, tries: 0, nextTryAt: 0 },
  ...{ untold: 0, toldAt: Number.NEGATIVE_INFINITY, toldAsLost: false },
};

/** One look: whether to perform the measure again now. */
export function observeHold(hold: Hold, inForce: boolean, now: number): { hold: Hold; performAgain: boolean } {
  if (inForce) return { hold: { ...hold, lostAt: null, tries: 0, nextTryAt: 0 }, performAgain: false };
  const lostAt = hold.lostAt ?? now;
  const untold = hold.lostAt === null ? hold.untold + 1 : hold.untold;
  if (now < hold.nextTryAt) return { hold: { ...hold, lostAt, untold }, performAgain: false };
  const pause = Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** hold.tries);
  return { hold: { ...hold, lostAt, untold, tries: hold.tries + 1, nextTryAt: now + pause }, performAgain: true };
}

/** Whether a loss, or its end, is told now; the losses since the last report are told together. */
export function tellLoss(hold: Hold, restored: boolean, now: number): { hold: Hold; told: Finding['detail'] | null } {
  const isBack = hold.toldAsLost && restored;
  if (!isBack && (hold.untold === 0 || now - hold.toldAt < TELL_AGAIN_AFTER_MS)) return { hold, told: null };
  return {
    hold: { ...hold, untold: 0, toldAt: now, toldAsLost: !restored },
    told: { restored, times: Math.max(1, hold.untold), ...(isBack ? { again: true } : {}) },
  };
}

interface Parts {
  measures: readonly Step[];
  /** Nothing is probed while it is being locked or unlocked. */
  inTurn<Result>(operation: () => Promise<Result>): Promise<Result>;
  clock: MonotonicClock;
  schedule(task: () => void, ms: number): () => void;
  report: ReportFinding;
  log: LogFile;
}

export interface Watchdog {
  /** Looks after those of the measures that are named, until `stop`. */
  start(names: readonly string[]): void;
  stop(): void;
}

/** Looks through the exam whether each measure is still in force, performs it again where it is not, and tells. */
export function createWatchdog({ measures, inTurn, clock, schedule, report, log }: Parts): Watchdog {
  let watched: readonly Step[] = [];
  let holds = new Map<string, Hold>();
  let end: (() => void) | null = null;
  let lookedAt = 0;

  async function inForce({ name, probe }: Step): Promise<boolean> {
    try {
      return (await probe?.()) ?? true;
    } catch (cause) {
      log.write('warn', `watch ${name}: ${failureNote(cause)}`);
      return false;
    }
  }

  /** Tells a loss, unless it was told a moment ago. */
  function tell(name: string, restored: boolean): void {
    const before = holds.get(name) ?? HELD;
    const { hold, told } = tellLoss(before, restored, clock.elapsed());
    holds.set(name, hold);
    if (told === null) return;
    const durationMs = before.lostAt === null ? 0 : clock.elapsed() - before.lostAt;
    report({ kind: 'lock_lost', durationMs, detail: { measure: name, ...told } });
  }

  async function restore(step: Step): Promise<void> {
    log.write('warn', `watch ${step.name}: not in force any more`);
    const cancelTelling = schedule(() => tell(step.name, false), TELL_AFTER_MS);
    const note = await step.perform().then(
      () => null,
      (cause: unknown) => failureNote(cause),
    );
    const restored = note === null && (await inForce(step));
    cancelTelling();
    log.write(restored ? 'info' : 'warn', `watch ${step.name}: ${restored ? 'restored' : `not restored: ${note}`}`);
    tell(step.name, restored);
  }

  async function lookAt(step: Step): Promise<void> {
    const held = await inForce(step);
    if (held) tell(step.name, true);
    const { hold, performAgain } = observeHold(holds.get(step.name) ?? HELD, held, clock.elapsed());
    holds.set(step.name, hold);
    if (performAgain) await restore(step);
  }

  async function look(stillOn: () => boolean): Promise<void> {
    const now = clock.elapsed();
    const stood = now - lookedAt;
    if (stood >= STANDSTILL_FROM_MS) {
      log.write('warn', `watch: nobody looked for ${Math.round(stood)} ms`);
      report({ kind: 'lock_lost', durationMs: stood, detail: { measure: 'watchdog', restored: true, times: 1 } });
    }
    await inTurn(async () => {
      for (const step of watched) if (stillOn()) await lookAt(step);
    });
    // What took its time here was no standstill.
    lookedAt = clock.elapsed();
  }

  return {
    start(names) {
      this.stop();
      watched = measures.filter(({ name, probe }) => probe && names.includes(name));
      holds = new Map();
      lookedAt = clock.elapsed();
      let on = true;
      let cancel: () => void = () => undefined;
      const next = (): void => {
        cancel = schedule(() => {
          void look(() => on).then(() => {
            if (on) next();
          });
        }, LOOK_EVERY_MS);
      };
      next();
      end = () => {
        on = false;
        cancel();
      };
    },
    stop() {
      end?.();
      end = null;
    },
  };
}
