import type { CloseOutcome, FoundProgram } from '../../../shared/contract/prohibited-programs.ts';
import type { ShellBridge } from '../../../shared/contract/shell.ts';
import { createObservable, type Observable } from '../observable.ts';
import { programsVerdict } from './computer-check.ts';
import type { DeviceCheck } from './device-check.ts';

export interface Closing {
  program: FoundProgram;
  /** Null while it is being closed. */
  outcome: CloseOutcome | null;
}

export interface ProgramClosing extends Observable<{ closings: readonly Closing[] }> {
  /** Has the shell close the program, then looks again. */
  close(program: FoundProgram): Promise<void>;
  /** Looks again now and then while something is there: whoever quits a program by hand need not press anything. */
  begin(): void;
  stop(): void;
}

interface Parts {
  devices: DeviceCheck;
  shell: Pick<ShellBridge, 'closeProgram' | 'deviceReport'>;
  schedule(task: () => void, ms: number): () => void;
  log(level: 'info' | 'warn' | 'error', text: string): void;
}

const LOOK_EVERY_MS = 3_000;

/** Prohibited programs in the device check: closed for the candidate, one or several at a time. */
export function createProgramClosing({ devices, shell, schedule, log }: Parts): ProgramClosing {
  const state = createObservable<{ closings: readonly Closing[] }>({ closings: [] });
  let cancel = (): void => undefined;
  let active = false;

  const note = (closing: Closing): void => {
    const others = state.state.closings.filter(({ program }) => program.id !== closing.program.id);
    state.set({ closings: [...others, closing] });
  };

  async function lookAgain(): Promise<void> {
    try {
      devices.settle('programs', programsVerdict(await shell.deviceReport()));
    } catch (cause) {
      log('warn', `programs not looked at again: ${String(cause)}`);
    }
  }

  async function watch(): Promise<void> {
    const busy = state.state.closings.some(({ outcome }) => outcome === null);
    const row = devices.state.rows.programs;
    if (!busy && row?.verdict && row.verdict.result !== 'passed') await lookAgain();
    if (active) cancel = schedule(() => void watch(), LOOK_EVERY_MS);
  }

  return {
    get state() {
      return state.state;
    },
    subscribe: state.subscribe,
    async close(program) {
      note({ program, outcome: null });
      const outcome = await shell.closeProgram({ id: program.id }).then(
        (reply) => reply.outcome,
        (cause: unknown): CloseOutcome => {
          log('warn', `${program.id} not closed: ${String(cause)}`);
          return 'refused';
        },
      );
      note({ program, outcome });
      await lookAgain();
    },
    begin() {
      if (active) return;
      active = true;
      cancel = schedule(() => void watch(), LOOK_EVERY_MS);
    },
    stop() {
      active = false;
      cancel();
    },
  };
}
