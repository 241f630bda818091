import { Redis } from 'ioredis';

/** What is asked waits for so long for an answer; then it has failed, and clients send again. */
const ANSWER_MS = 2_000;
const AGAIN_AT_MOST_MS = 1_000;

/**
 * A line to Redis that is replaced when it breaks, of which `onTrouble` is told. Resolves when Redis answers; throws when it does not
 * at first.
 */
export async function openRedisLine(url: string, onTrouble: (text: string, cause?: unknown) => void): Promise<Redis> {
  const redis = new Redis(url, {
    lazyConnect: true,
    commandTimeout: ANSWER_MS,
    maxRetriesPerRequest: 1,
    retryStrategy: (times) => Math.min(100 * times, AGAIN_AT_MOST_MS),
  });
  let told = false;
  redis.on('error', (cause) => {
    if (!told) onTrouble('Redis cannot be reached', cause);
    told = true;
  });
  redis.on('ready', () => {
    if (told) onTrouble('Redis is reached again');
    told = false;
  });
  try {
    await redis.connect();
    await redis.ping();
  } catch (cause) {
    redis.disconnect();
    throw new Error(`Redis cannot be reached: ${(cause as Error).message}`);
  }
  return redis;
}
