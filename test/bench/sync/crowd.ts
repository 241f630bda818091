import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { CrowdItem, CrowdOrder, CrowdOutcome, CrowdSeat } from './crowd-orders.ts';

/** Two processes: one alone would be what is measured. */
const PROCESSES = 2;

/** All simulated candidates, whatever process they live in. Orders name how many of them act. */
export interface Crowd {
  connect(to: { centre: string; origin: string; ca: string }): Promise<CrowdOutcome>;
  pace(centre: string, seats: number, everyMs: number, forMs: number): Promise<CrowdOutcome>;
  saturate(centre: string, seats: number, forMs: number): Promise<CrowdOutcome>;
  storm(centre: string, seats: number, entries: number): Promise<CrowdOutcome>;
  end(): void;
}

const processFile = fileURLToPath(new URL('./crowd-process.ts', import.meta.url));

function give(child: ChildProcess, order: CrowdOrder): Promise<CrowdOutcome> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`a process of candidates ended (exit code ${code})`));
    child.once('exit', ended);
    child.once('message', (outcome: CrowdOutcome) => {
      child.off('exit', ended);
      resolve(outcome);
    });
    child.send(order);
  });
}

const together = (outcomes: readonly CrowdOutcome[]): CrowdOutcome => ({
  latencies: outcomes.flatMap(({ latencies }) => latencies),
  written: outcomes.reduce((sum, { written }) => sum + written, 0),
  acknowledged: outcomes.reduce((sum, { acknowledged }) => sum + acknowledged, 0),
  tookMs: Math.max(...outcomes.map(({ tookMs }) => tookMs)),
});

export function gatherCrowd(seats: readonly CrowdSeat[], items: CrowdItem[]): Crowd {
  const children = Array.from({ length: PROCESSES }, () => fork(processFile));
  const all = async (orderOf: (index: number) => CrowdOrder) =>
    together(await Promise.all(children.map((child, index) => give(child, orderOf(index)))));
  const share = (count: number) => Math.ceil(count / PROCESSES);
  return {
    connect: (to) =>
      all((index) => ({
        ...{ order: 'connect', ...to, items },
        seats: seats.filter((_, seat) => seat % PROCESSES === index),
      })),
    pace: (centre, count, everyMs, forMs) =>
      all(() => ({ order: 'pace', centre, seats: share(count), everyMs, forMs })),
    saturate: (centre, count, forMs) => all(() => ({ order: 'saturate', centre, seats: share(count), forMs })),
    storm: (centre, count, entries) => all(() => ({ order: 'storm', centre, seats: share(count), entries })),
    end() {
      for (const child of children) child.disconnect();
    },
  };
}
