import type { Clock } from '../../shared/support/clock.ts';
import { Fault } from '../../shared/support/fault.ts';
import { newId } from './ids.ts';
import type { Log, RandomSource, SharedMemory } from './ports.ts';

const FAILURES = 8;
const WINDOW_MS = 10 * 60_000;

export interface TryLimit {
  /** Throws `too_many_tries` with the whole `minutes` to wait, once a name has failed too often. */
  check(name: string): Promise<void>;
  failed(name: string): Promise<void>;
  succeeded(name: string): Promise<void>;
}

export interface TryLimitParts {
  clock: Clock;
  random: RandomSource;
  memory: SharedMemory;
  log: Log;
}

/**
 * Eight failures in ten minutes, or as many as are said, close a name (an admission number, a login) until the first of them is
 * ten minutes old, whichever process they came to. `what` is what is tried.
 */
export function createTryLimit(
  { clock, random, memory, log }: TryLimitParts,
  what: string,
  failuresAllowed = FAILURES,
): TryLimit {
  const group = (name: string) => `failures of ${what} ${name}`;
  /** While the memory cannot be asked nobody is kept out of an examination by it. */
  const orNothing = async <Value>(asked: Promise<Value>, nothing: Value): Promise<Value> =>
    asked.catch((cause) => {
      log.warn({ err: cause, what }, 'failures could not be counted');
      return nothing;
    });
  return {
    async check(name) {
      const times = await orNothing(memory.fields(group(name)), new Map<string, string>());
      const recent = [...times.values()].map(Number).filter((at) => at > clock.now() - WINDOW_MS);
      const first = recent.sort((left, right) => left - right).at(-failuresAllowed);
      if (first === undefined) return;
      throw new Fault('too_many_tries', { minutes: Math.ceil((first + WINDOW_MS - clock.now()) / 60_000) });
    },
    failed: (name) => orNothing(memory.putField(group(name), newId(random), String(clock.now()), WINDOW_MS), undefined),
    succeeded: (name) => orNothing(memory.removeGroup(group(name)), undefined),
  };
}
