import { EventEmitter } from 'node:events';
import type { Redis } from 'ioredis';
import type { Log, Processes, Words } from '../services/ports.ts';

const STREAM = 'yunkao:words';
/** Far more than are told while a line to Redis is replaced; older ones nobody needs. */
const MOST_WORDS = 20_000;
const AT_ONCE = 500;
const BLOCK_MS = 5_000;
/** After a failure: longer than nothing, so that an absent Redis is not asked without end. */
const AGAIN_MS = 250;

export interface RedisProcesses extends Processes {
  stop(): void;
}

/**
 * Words go through a Redis stream: one order for all, and whoever's line to Redis broke reads on where it was. `redis` writes;
 * reading waits in Redis, so it has a line of its own.
 */
export async function openRedisProcesses(redis: Redis, name: string, log: Log): Promise<RedisProcesses> {
  const listeners = new EventEmitter();
  const reader = redis.duplicate({ maxRetriesPerRequest: null, commandTimeout: undefined });
  reader.on('error', () => {});
  // Not `$`, which is another place at each question.
  const [newest] = await redis.xrevrange(STREAM, '+', '-', 'COUNT', 1);
  let after = newest?.[0] ?? '0';
  let stopped = false;

  const heed = (fields: string[]) => {
    const {
      from,
      name: word,
      body,
    } = Object.fromEntries(fields.flatMap((field, at) => (at % 2 === 0 ? [[field, fields[at + 1]]] : [])));
    if (from === name || word === undefined || body === undefined) return;
    try {
      listeners.emit(word, JSON.parse(body));
    } catch (cause) {
      log.error({ err: cause, word }, 'what another process told could not be heeded');
    }
  };
  const read = async () => {
    while (!stopped) {
      try {
        const found = await reader.xread('COUNT', AT_ONCE, 'BLOCK', BLOCK_MS, 'STREAMS', STREAM, after);
        for (const [id, fields] of found?.[0]?.[1] ?? []) {
          after = id;
          heed(fields);
        }
      } catch (cause) {
        if (stopped) return;
        log.warn({ err: cause }, 'what other processes tell could not be read; it is read on');
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
    }
  };
  void read();

  return {
    name,
    several: true,
    tell(word: keyof Words, body) {
      const entry = ['from', name, 'name', word, 'body', JSON.stringify(body)];
      redis
        .xadd(STREAM, 'MAXLEN', '~', MOST_WORDS, '*', ...entry)
        .catch((cause: unknown) => log.error({ err: cause, word }, 'the other processes could not be told'));
    },
    hear: (word, listener) => void listeners.on(word, listener),
    stop() {
      stopped = true;
      // What it waits for while Redis is away is never answered.
      reader.disconnect();
    },
  };
}
