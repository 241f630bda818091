import type { Redis } from 'ioredis';
import type { SharedMemory } from '../services/ports.ts';

/** Of all keys in the Redis database: others may have theirs there. */
const PREFIX = 'yunkao:';
const REMOVE_IF = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0`;

/** The memory of an exam centre that is several processes. Whatever is asked fails while Redis cannot be reached. */
export function createRedisMemory(redis: Redis): SharedMemory {
  const at = (key: string) => PREFIX + key;
  return {
    get: (key) => redis.get(at(key)),
    put: async (key, value, lifeMs) => void (await redis.set(at(key), value, 'PX', Math.ceil(lifeMs))),
    putNew: async (key, value, lifeMs) => (await redis.set(at(key), value, 'PX', Math.ceil(lifeMs), 'NX')) === 'OK',
    removeIf: async (key, value) => (await redis.eval(REMOVE_IF, 1, at(key), value)) === 1,
    fields: async (group) => new Map(Object.entries(await redis.hgetall(at(group)))),
    async putField(group, field, value, lifeMs) {
      const done = await redis.multi().hset(at(group), field, value).pexpire(at(group), Math.ceil(lifeMs)).exec();
      const [failure] = done?.find(([cause]) => cause !== null) ?? [null];
      if (failure) throw failure;
    },
    removeField: async (group, field) => (await redis.hdel(at(group), field)) === 1,
    removeGroup: async (group) => void (await redis.del(at(group))),
  };
}
