import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { processorSeconds, TICKS_A_SECOND } from '../process-cost.ts';
import { treeCost } from '../process-tree.ts';

/** Less of a processor than this is left over: nobody could have had it. */
const LEFT_OVER = 0.05;
/** A thread that has so much of a core has all there is for it. */
const WHOLE_THREAD = 0.9;

/** Those of whom it is to be known how much of the machine they take. */
export interface Takers {
  servers: readonly number[];
  beside: readonly number[];
  homes: readonly number[];
}

/** How much of the machine they took, in cores. */
export interface Shares {
  servers: number;
  beside: number;
  homes: number;
  /** Whatever else runs here, and the system's own work for all. */
  neighbours: number;
  idle: number;
  /** The one thread of the busiest server that everything has to go through. */
  thread: number;
  /** What could give no more; null: nothing. */
  full: 'the machine' | 'a server’s thread' | null;
}

const secondsOf = async (pids: readonly number[]) =>
  (await Promise.all(pids.map(treeCost))).reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);

/** Of the one thread that everything goes through: Linux gives it the process's own number. */
const threadSeconds = (pid: number): Promise<number> => processorSeconds(`/proc/${pid}/task/${pid}/stat`);

/** Seconds that all processors together were idle, and all there were. */
async function wholeMachine() {
  const [first = ''] = (await readFile('/proc/stat', 'utf8')).split('\n');
  const ticks = first.trim().split(/\s+/).slice(1, 9).map(Number);
  const all = ticks.reduce((sum, each) => sum + each, 0);
  return { idle: ((ticks[3] ?? 0) + (ticks[4] ?? 0)) / TICKS_A_SECOND, all: all / TICKS_A_SECOND };
}

async function look({ servers, beside, homes }: Takers) {
  return {
    ...{ servers: await secondsOf(servers), beside: await secondsOf(beside), homes: await secondsOf(homes) },
    threads: await Promise.all(servers.map(threadSeconds)),
    machine: await wholeMachine(),
  };
}

/** Begins to look at them; what it returns tells what they took until then. */
export async function watchMachine(takers: Takers): Promise<() => Promise<Shares>> {
  const before = await look(takers);
  return async () => {
    const after = await look(takers);
    const seconds = (after.machine.all - before.machine.all) / cpus().length;
    const of = (taker: keyof Takers) => (after[taker] - before[taker]) / seconds;
    const [servers, beside, homes] = [of('servers'), of('beside'), of('homes')];
    const idle = (after.machine.idle - before.machine.idle) / seconds;
    const thread = Math.max(...after.threads.map((each, index) => (each - (before.threads[index] ?? 0)) / seconds));
    const neighbours = Math.max(0, cpus().length - idle - servers - beside - homes);
    const full = idle < LEFT_OVER * cpus().length ? 'the machine' : thread > WHOLE_THREAD ? 'a server’s thread' : null;
    return { servers, beside, homes, neighbours, idle, thread, full };
  };
}
