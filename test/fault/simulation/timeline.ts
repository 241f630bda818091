/** Undoes what it came from: a task that is cancelled does not run. */
export type Cancel = () => void;

/** The true time of the simulated world, and everything due in it. Cranked by hand: nothing happens by itself. */
export interface Timeline {
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
  /** Runs `task` at that time, or next if it is past. Tasks of one time run in the order they were asked for. */
  at(time: number, task: () => void): Cancel;
  after(ms: number, task: () => void): Cancel;
  /** Runs everything that is due up to `time`, each to its end before the next. */
  runUntil(time: number): Promise<void>;
}

interface Due {
  time: number;
  task: (() => void) | null;
}

/** No schedule has this many; one that does goes round in circles. */
const MOST_TASKS = 200_000;

// Taken before anything is held: the one real event that the simulated world waits for.
const realImmediate = setImmediate;

/** Everything that follows from what has just happened has happened: promises run out before an immediate does. */
export const settled = (): Promise<void> => new Promise((resolve) => realImmediate(resolve));

export function createTimeline(start: number): Timeline {
  const due: Due[] = [];
  let now = start;
  let ran = 0;

  /** Where a task of this time goes: behind all that are not later. */
  const placeFor = (time: number): number => {
    let low = 0;
    let high = due.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((due[middle] as Due).time <= time) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const at: Timeline['at'] = (time, task) => {
    const entry: Due = { time: Math.max(now, time), task };
    due.splice(placeFor(entry.time), 0, entry);
    return () => {
      entry.task = null;
    };
  };
  return {
    get now() {
      return now;
    },
    at,
    after: (ms, task) => at(now + ms, task),
    async runUntil(time) {
      await settled();
      for (let next = due[0]; next && next.time <= time; next = due[0]) {
        due.shift();
        now = next.time;
        if (!next.task) continue;
        ran += 1;
        if (ran > MOST_TASKS) throw new Error(`more than ${MOST_TASKS} tasks: the world does not come to rest`);
        next.task();
        await settled();
      }
      now = Math.max(now, time);
    },
  };
}
