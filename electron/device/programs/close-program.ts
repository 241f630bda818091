import type { CloseOutcome } from '../../../shared/contract/prohibited-programs.ts';
import type { ProgramMatch } from '../../../shared/domain/prohibited-programs.ts';
import type { SystemProcesses } from '../processes/system-processes.ts';
import type { ScannedProcess } from './process-scan.ts';
import { foundPrograms, type ProgramFinder } from './program-finder.ts';

interface Parts {
  finder: Pick<ProgramFinder, 'matches'>;
  processes: Pick<SystemProcesses, 'askToClose' | 'end'>;
  wait(ms: number): Promise<void>;
  log(text: string): void;
}

/** A program that was asked has so long to close: it may want to save something. */
const CLOSES_WITHIN_MS = 5_000;
const ENDS_WITHIN_MS = 2_000;
const LOOK_EVERY_MS = 250;
/** What has a service that starts it again has started it by then. */
const SETTLES_MS = 1_500;

/**
 * Closes a prohibited program because the candidate wants it closed: asks it first, ends it when it does not. Nothing but
 * what the list says must be closed is ever touched.
 */
export function createProgramCloser({ finder, processes, wait, log }: Parts): (id: string) => Promise<CloseOutcome> {
  const running = async (id: string): Promise<ProgramMatch<ScannedProcess>[]> =>
    (await finder.matches()).filter(({ program }) => program.id === id);

  /** Whether all of these are gone before the time is over. */
  async function goneWithin(ms: number, id: string, pids: ReadonlySet<number>): Promise<boolean> {
    for (let waited = 0; ; waited += LOOK_EVERY_MS) {
      if (!(await running(id)).some(({ process }) => pids.has(process.pid))) return true;
      if (waited >= ms) return false;
      await wait(LOOK_EVERY_MS);
    }
  }

  async function each(pids: ReadonlySet<number>, act: (pid: number) => Promise<void>): Promise<void> {
    for (const pid of pids) await act(pid).catch((cause: unknown) => log(`process ${pid}: ${cause}`));
  }

  return async (id) => {
    const matches = await running(id);
    const [found] = foundPrograms(matches);
    if (!found) return 'gone';
    if (!found.closable) return 'refused';
    const pids = new Set(matches.map(({ process }) => process.pid));
    await each(pids, processes.askToClose);
    const closed = await goneWithin(CLOSES_WITHIN_MS, id, pids);
    if (!closed) {
      await each(pids, processes.end);
      if (!(await goneWithin(ENDS_WITHIN_MS, id, pids))) return 'refused';
    }
    await wait(SETTLES_MS);
    if ((await running(id)).length > 0) return 'comes_back';
    return closed ? 'closed' : 'ended';
  };
}
