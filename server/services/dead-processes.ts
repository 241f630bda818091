import type { Clock } from '../../shared/support/clock.ts';
import type { Storage } from '../sql/storage.ts';
import type { CandidatePresence } from './candidate-presence.ts';
import type { PhonePresence } from './phone-presence.ts';
import type { Log, Processes, SharedMemory } from './ports.ts';

/** How often a process says that it lives, and the others look. */
export const BEAT_MS = 1_000;
/** It may be busy for a while. */
const LIFE_MS = 4_000;
/** A memory that forgot everything has all processes silent until their next word. */
const SURE_AFTER_MS = 2_500;
/** How often the database is asked for processes of which the memory knows nothing. */
const BEATS_TO_DATABASE = 30;
/** Names of all that lived on a day. */
const ROLL = 'processes';
const ROLL_MS = 24 * 60 * 60_000;

/** Where a process that lives is found. */
export const keyOfProcess = (name: string): string => `process ${name}`;

const lives = async (memory: SharedMemory, name: string) => (await memory.get(keyOfProcess(name))) !== null;

/** Whether no process lives but the one of this name. */
export async function isAlone(memory: SharedMemory, own: string): Promise<boolean> {
  for (const name of (await memory.fields(ROLL)).keys()) if (name !== own && (await lives(memory, name))) return false;
  return true;
}

export interface DeadProcesses {
  /** Says that this process lives, and looks for others that do not: their lines are over. Called every `BEAT_MS`. */
  beat(): Promise<void>;
  /** This process ends: whoever does not come back to another is gone. */
  leave(): Promise<void>;
}

interface Parts {
  store: Storage;
  clock: Clock;
  memory: SharedMemory;
  processes: Pick<Processes, 'name'>;
  presence: CandidatePresence;
  phones: PhonePresence;
  log: Log;
  /** The others took this process for dead: what it knows they have to be told again. */
  onTakenForDead(): void;
}

/** Finds processes that died with their lines: nobody else would ever write that a candidate went. */
export function createDeadProcesses(parts: Parts): DeadProcesses {
  const { store, clock, memory, processes, presence, phones, log, onTakenForDead } = parts;
  /** Since when each was not heard of. */
  const silent = new Map<string, number>();
  let beats = 0;

  const bury = async (name: string) => {
    const lines = await store.linesAt(name);
    log.warn({ process: name, attempts: lines.length }, 'a process ended with its connections');
    for (const { id: attemptId, epoch, line, process, rear_process } of lines) {
      if (process === name) await presence.went({ attemptId, epoch }, line);
      if (rear_process === name) await phones.died(attemptId, name);
    }
    await memory.removeField(ROLL, name);
    silent.delete(name);
  };
  const look = async (name: string) => {
    const since = silent.get(name);
    if (await lives(memory, name)) silent.delete(name);
    else if (since === undefined) silent.set(name, clock.now());
    else if (clock.now() - since >= SURE_AFTER_MS) await bury(name);
  };

  return {
    async beat() {
      const isNew = await memory.putNew(keyOfProcess(processes.name), 'lives', LIFE_MS);
      if (isNew) await memory.putField(ROLL, processes.name, '', ROLL_MS);
      else await memory.put(keyOfProcess(processes.name), 'lives', LIFE_MS);
      if (isNew && beats > 0) onTakenForDead();
      const written = beats % BEATS_TO_DATABASE === 0 ? await store.processesWithLines() : [];
      beats += 1;
      const names = new Set([...(await memory.fields(ROLL)).keys(), ...written, ...silent.keys()]);
      names.delete(processes.name);
      for (const name of names) await look(name);
    },
    async leave() {
      await memory.removeIf(keyOfProcess(processes.name), 'lives');
    },
  };
}
