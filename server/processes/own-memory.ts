import type { Clock } from '../../shared/support/clock.ts';
import type { SharedMemory } from '../services/ports.ts';

/** Above this many things, those whose life is over are forgotten. */
const SWEEP_ABOVE = 10_000;

interface Kept<Value> {
  value: Value;
  until: number;
}

/** Things with an end to their life. */
function mortal<Value>(clock: Clock) {
  const kept = new Map<string, Kept<Value>>();
  let sweepAbove = SWEEP_ABOVE;
  const sweep = () => {
    for (const [key, { until }] of kept) if (until <= clock.now()) kept.delete(key);
    // What is alive is not gone through again for each that comes.
    sweepAbove = Math.max(SWEEP_ABOVE, kept.size * 2);
  };
  return {
    get(key: string): Value | undefined {
      const known = kept.get(key);
      if (known && known.until > clock.now()) return known.value;
      kept.delete(key);
      return undefined;
    },
    put(key: string, value: Value, lifeMs: number): void {
      kept.set(key, { value, until: clock.now() + lifeMs });
      if (kept.size > sweepAbove) sweep();
    },
    remove: (key: string): void => void kept.delete(key),
  };
}

/** The memory of an exam centre that is one process: its own. */
export function createOwnMemory(clock: Clock): SharedMemory {
  const values = mortal<string>(clock);
  const groups = mortal<Map<string, string>>(clock);
  return {
    get: async (key) => values.get(key) ?? null,
    put: async (key, value, lifeMs) => values.put(key, value, lifeMs),
    async putNew(key, value, lifeMs) {
      if (values.get(key) !== undefined) return false;
      values.put(key, value, lifeMs);
      return true;
    },
    async removeIf(key, value) {
      if (values.get(key) !== value) return false;
      values.remove(key);
      return true;
    },
    fields: async (group) => new Map(groups.get(group)),
    async putField(group, field, value, lifeMs) {
      groups.put(group, (groups.get(group) ?? new Map<string, string>()).set(field, value), lifeMs);
    },
    removeField: async (group, field) => groups.get(group)?.delete(field) ?? false,
    removeGroup: async (group) => groups.remove(group),
  };
}
