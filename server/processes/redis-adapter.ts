import { createAdapter } from '@socket.io/redis-streams-adapter';
import { Redis } from 'ioredis';
import type { Log } from '../services/ports.ts';

const STREAM = 'yunkao:socket.io';
/** Far more messages than are sent while a line to Redis is replaced. */
const MOST_MESSAGES = 20_000;

export interface RedisAdapter {
  adapter: ReturnType<typeof createAdapter>;
  /** To be called when the socket server listens. */
  begin(): void;
  stop(): void;
}

/** Carries what is sent to sockets to the processes to which they are connected. What is sent while Redis is away waits for it. */
export function openRedisAdapter(url: string, log: Log): RedisAdapter {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  redis.on('error', () => {});
  return {
    adapter: createAdapter(redis, { streamName: STREAM, channelPrefix: STREAM, maxLen: MOST_MESSAGES }),
    begin() {
      // The adapter reads from "whatever comes next", asked anew every five seconds, until it has read something: from then on
      // nothing can fall between two questions.
      redis
        .xadd(STREAM, '*', 'begin', 'here')
        .catch((cause: unknown) => log.error({ err: cause }, 'the stream of messages could not be begun'));
    },
    stop: () => redis.disconnect(),
  };
}
