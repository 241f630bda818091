import type { LockReport } from '../../shared/contract/shell.ts';
import type { LogFile } from '../log/log-file.ts';
import type { Ledger } from '../startup/recovery-ledger.ts';
import { revertLeftovers, revertSequence, runSequence } from '../startup/sequence.ts';
import type { Step, StepOutcome } from '../startup/step.ts';

export interface Lockdown {
  /** Takes every measure and says what became of each (LOCK-3). While locked it answers with the report it gave. */
  lock(): Promise<LockReport>;
  /** Undoes every measure; harmless when not locked. */
  unlock(): Promise<LockReport>;
  /** Undoes what an earlier run left (LOCK-1). */
  recover(): Promise<LockReport>;
  isLocked(): boolean;
}

/** Lock and unlock never overlap: each waits for the one before. */
export function createLockdown(measures: readonly Step[], ledger: Ledger, log: LogFile): Lockdown {
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

  return {
    lock: () =>
      inTurn(async () => {
        given ??= report('lock', await runSequence(measures, { ledger, onFailure: 'report' }));
        return given;
      }),
    unlock: () =>
      inTurn(async () => {
        const undone = await revertSequence(measures, ledger);
        given = null;
        return report('unlock', undone);
      }),
    recover: () => inTurn(async () => report('recover', await revertLeftovers(measures, ledger))),
    isLocked: () => given !== null,
  };
}
