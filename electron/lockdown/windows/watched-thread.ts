import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { MonotonicClock } from '../../../shared/support/clock.ts';
import { threadSigns } from './thread-signs.ts';

/** Many turns of a thread's loop: one that has not come round in that time hangs. */
const ALIVE_WITHIN_MS = 2000;
const STOPS_WITHIN_MS = 3000;

/** A thread with a message loop of its own, and whether it still does its work. */
export interface WatchedThread {
  isAlive(): boolean;
  /** How often what it held was taken from it. */
  losses(): number;
  stop(): Promise<void>;
}

/**
 * Starts the bundled thread and waits for its first message, which says that it is at work; rejects with what it threw
 * before that. Ended by asking only: tearing a thread down inside of a call of Windows ends the whole program.
 */
export async function startThread<Message>(
  file: string,
  clock: MonotonicClock,
  heard: (message: Message) => void,
): Promise<WatchedThread> {
  const signs = threadSigns();
  const worker = new Worker(file, { workerData: signs.memory });
  let ended = false;
  worker.once('exit', () => {
    ended = true;
  });
  worker.on('message', heard);
  await once(worker, 'message');
  // What it throws later ends it, which `isAlive` tells.
  worker.on('error', () => undefined);

  let seen = { beats: signs.beats(), at: clock.elapsed() };
  return {
    isAlive() {
      const beats = signs.beats();
      if (beats !== seen.beats) seen = { beats, at: clock.elapsed() };
      return !ended && clock.elapsed() - seen.at < ALIVE_WITHIN_MS;
    },
    losses: signs.losses,
    async stop() {
      if (ended) return;
      const exit = once(worker, 'exit');
      signs.askToStop();
      await Promise.race([exit, wait(STOPS_WITHIN_MS, null, { ref: false })]);
      if (!ended) throw new Error('the thread does not end; it ends with the program');
    },
  };
}
