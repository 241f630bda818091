/**
 * What a thread and the main process tell each other without waiting: a thread in a message loop takes no events.
 * Numbers in shared memory, at fixed places.
 */
export interface ThreadSigns {
  /** Shared with the thread as its `workerData`. */
  readonly memory: SharedArrayBuffer;
  askToStop(): void;
  mustStop(): boolean;
  /** The thread's loop came round once more. */
  beat(): void;
  beats(): number;
  /** What the thread held was taken from it, and it took it again. */
  lost(): void;
  losses(): number;
}

const STOP = 0;
const BEATS = 1;
const LOSSES = 2;
const CELLS = 3;

export function threadSigns(memory = new SharedArrayBuffer(CELLS * Int32Array.BYTES_PER_ELEMENT)): ThreadSigns {
  const cells = new Int32Array(memory);
  return {
    memory,
    askToStop: () => void Atomics.store(cells, STOP, 1),
    mustStop: () => Atomics.load(cells, STOP) === 1,
    beat: () => void Atomics.add(cells, BEATS, 1),
    beats: () => Atomics.load(cells, BEATS),
    lost: () => void Atomics.add(cells, LOSSES, 1),
    losses: () => Atomics.load(cells, LOSSES),
  };
}
