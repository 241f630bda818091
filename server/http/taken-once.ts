import { keyOfProcess } from '../services/dead-processes.ts';
import type { Processes, SharedMemory } from '../services/ports.ts';

/** Longer than a scanner may look at a file. */
const TAKING_MS = 3 * 60_000;

export interface TakenOnce {
  /** Does it unless a process that lives is doing so; false then. */
  take(uploadId: string, work: () => Promise<void>): Promise<boolean>;
}

/** Uploads lie where all processes see them: what has arrived whole is taken by one of them. */
export function createTakenOnce(memory: SharedMemory, processes: Pick<Processes, 'name'>): TakenOnce {
  return {
    async take(uploadId, work) {
      const key = `taking ${uploadId}`;
      const own = () => memory.putNew(key, processes.name, TAKING_MS);
      if (!(await own())) {
        const taker = await memory.get(key);
        const lives = taker === processes.name || (await memory.get(keyOfProcess(taker ?? ''))) !== null;
        if (lives || !(await memory.removeIf(key, taker ?? '')) || !(await own())) return false;
      }
      try {
        await work();
      } finally {
        await memory.removeIf(key, processes.name);
      }
      return true;
    },
  };
}
