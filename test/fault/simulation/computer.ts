import { type Centre, createLine, type Line } from './line.ts';
import { createMemoryDisk, type MemoryDisk } from './memory-disk.ts';
import type { Cancel, Timeline } from './timeline.ts';

/** One candidate's computer: a disk, a line, two clocks. Programs on it stand still while it sleeps. */
export interface Computer {
  readonly id: string;
  readonly disk: MemoryDisk;
  readonly line: Line;
  /** `performance.now()`: does not count sleep. */
  elapsed(): number;
  /** The shell's clock, which goes on in sleep. */
  sinceBoot(): number;
  /** `Date.now()`: whatever somebody has set. */
  wall(): number;
  after(ms: number, task: () => void): Cancel;
  jumpWall(ms: number): void;
  readonly asleep: boolean;
  sleep(ms: number): void;
  wake(): void;
  onWake(listener: () => void): void;
}

export function createComputer(id: string, timeline: Timeline, random: () => number, centre: Centre): Computer {
  const line = createLine(timeline, random, centre);
  const startedAt = timeline.now - random() * 3_600_000;
  let wallAhead = (random() - 0.5) * 60_000;
  let slept = 0;
  let asleepSince: number | null = null;
  let cancelWaking: Cancel = () => {};
  const postponed: (() => void)[] = [];
  const listeners: (() => void)[] = [];

  const wake = (): void => {
    if (asleepSince === null) return;
    cancelWaking();
    slept += timeline.now - asleepSince;
    asleepSince = null;
    for (const task of postponed.splice(0)) timeline.after(0, task);
    line.wake();
    for (const listener of listeners) listener();
  };
  return {
    id,
    line,
    disk: createMemoryDisk(random),
    elapsed: () => (asleepSince ?? timeline.now) - startedAt - slept,
    sinceBoot: () => timeline.now - startedAt,
    wall: () => timeline.now + wallAhead,
    after(ms, task) {
      let cancelled = false;
      timeline.after(ms, () => {
        if (cancelled) return;
        if (asleepSince === null) task();
        else postponed.push(() => cancelled || task());
      });
      return () => {
        cancelled = true;
      };
    },
    jumpWall(ms) {
      wallAhead += ms;
    },
    sleep(ms) {
      if (asleepSince !== null) return;
      asleepSince = timeline.now;
      line.sleep();
      cancelWaking = timeline.after(ms, wake);
    },
    wake,
    onWake: (listener) => void listeners.push(listener),
    get asleep() {
      return asleepSince !== null;
    },
  };
}
