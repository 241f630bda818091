import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism, constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Counts } from './findings.ts';
import { ENOUGH_FAILURES, type FailedSchedule, NOTHING_COUNTED, type Simulated } from './simulate.ts';

/** Schedules with the seeds `seed`, `seed + 1` and so on. */
export interface Stretch {
  seed: number;
  schedules: number;
}

const STRETCH = 50;
const PROGRAM = fileURLToPath(new URL('simulating-process.ts', import.meta.url));

interface Player {
  child: ChildProcess;
  /** Its next message; rejects when it died. */
  next(): Promise<unknown>;
}

/** At a low priority: what is simulated has no deadline, and the real parts beside it have. */
function startPlayer(): Player {
  const child = fork(PROGRAM, [], { execArgv: ['--import', 'tsx'] });
  if (child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  const died = once(child, 'exit').then(() => {
    throw new Error('a process of the simulation died, see above');
  });
  died.catch(() => undefined);
  return {
    child,
    next: () => Promise.race([new Promise((resolve) => child.once('message', (message) => resolve(message))), died]),
  };
}

/** As `simulate`, on as many processes as there are cores. What a seed comes to does not depend on who plays it. */
export async function simulateOnAllCores(
  { seed, schedules }: Stretch,
  progress: (played: number) => void,
): Promise<Simulated> {
  const counts: Counts = { ...NOTHING_COUNTED };
  const failed: FailedSchedule[] = [];
  let dealt = 0;
  let played = 0;
  const work = async (): Promise<void> => {
    const { child, next } = startPlayer();
    try {
      await next();
      while (dealt < schedules && failed.length < ENOUGH_FAILURES) {
        const stretch: Stretch = { seed: seed + dealt, schedules: Math.min(STRETCH, schedules - dealt) };
        dealt += stretch.schedules;
        child.send(stretch);
        const done = (await next()) as Simulated;
        for (const name of Object.keys(counts) as (keyof Counts)[]) counts[name] += done.counts[name];
        failed.push(...done.failed);
        played += done.schedules;
        progress(played);
      }
    } finally {
      child.disconnect();
    }
  };
  const processes = Math.min(availableParallelism(), Math.ceil(schedules / STRETCH));
  await Promise.all(Array.from({ length: processes }, work));
  return { schedules: played, counts, failed };
}
