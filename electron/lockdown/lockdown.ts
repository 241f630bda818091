import type { LockReport } from '../../shared/contract/shell.ts';
import type { MonotonicClock } from '../../shared/support/clock.ts';
import type { LogFile } from '../log/log-file.ts';
import type { Ledger } from '../startup/recovery-ledger.ts';
import { revertLeftovers, revertSequence, runSequence } from '../startup/sequence.ts';
import type { Step, StepOutcome } from '../startup/step.ts';
import type { ReportFinding } from './finding.ts';
import { createWatchdog } from './watchdog.ts';

export interface Lockdown {
  /** Takes every measure and says what became of each (LOCK-3). While locked it answers with the report it gave. */
  lock(): Promise<LockReport>;
  /** Undoes every measure; harmless when not locked. */
  unlock(): Promise<LockReport>;
  /** Undoes what an earlier run left (LOCK-1). */
  recover(): Promise<LockReport>;
  isLocked(): boolean;
}

interface Parts {
  measures: readonly Step[];
  ledger: Ledger;
  clock: MonotonicClock;
  schedule(task: () => void, ms: number): () => void;
  report: ReportFinding;
  log: LogFile;
}

/** Lock and unlock never overlap: each waits for the one before. While locked the watchdog looks after the measures. */
export function createLockdown({ measures, ledger, clock, schedule, report: tell, log }: Parts): Lockdown {
  let given: LockReport | null = null;
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<Result>(operation: () => Promise<Result>): Promise<Result> {
    const result = last.then(operation);
    last = result.catch(() => undefined);
    return result;
  }

  function report(what: string, steps: StepOutcome[]): LockReport {
    for (const { step, ok, note } of steps) {
      if (!ok || note) log.write(ok ? 'info' : 'warn', `${what} ${step}: ${ok ? '' : 'failed: '}${note}`);
    }
    log.write('info', `${what}: ${steps.filter(({ ok }) => ok).length} of ${steps.length} steps`);
    return { steps };
  }

  /** What could not be taken is told to the proctor (LOCK-3); what could is watched. */
  function begin({ steps }: LockReport): void {
    for (const { step, ok, note } of steps) {
      if (!ok)
        tell({ kind: 'lock_lost', durationMs: 0, detail: { measure: step, taken: false, note: note.slice(0, 300) } });
    }
    watchdog.start(steps.filter(({ ok }) => ok).map(({ step }) => step));
  }

  const watchdog = createWatchdog({ measures, inTurn, clock, schedule, report: tell, log });
  return {
    lock: () =>
      inTurn(async () => {
        if (given === null) {
          given = report('lock', await runSequence(measures, { ledger, onFailure: 'report' }));
          begin(given);
        }
        return given;
      }),
    unlock: () =>
      inTurn(async () => {
        watchdog.stop();
        const undone = await revertSequence(measures, ledger);
        given = null;
        return report('unlock', undone);
      }),
    recover: () => inTurn(async () => report('recover', await revertLeftovers(measures, ledger))),
    isLocked: () => given !== null,
  };
}
