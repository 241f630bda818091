import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openRedisLine } from '../../../server/processes/redis-line.ts';
import { openRedisProcesses, type RedisProcesses } from '../../../server/processes/redis-processes.ts';
import { noRedis, RedisServer } from '../../redis/redis-server.ts';

const ignored = () => undefined;
const log = { info: ignored, warn: ignored, error: ignored };

let redis: RedisServer | null;
const opened: (() => void)[] = [];
beforeAll(async () => {
  redis = await RedisServer.make();
});
afterAll(async () => {
  for (const close of opened) close();
  await redis?.stop();
});
beforeEach(({ skip }) => {
  if (!redis) skip(noRedis());
});

async function join(name: string): Promise<RedisProcesses> {
  const line = await openRedisLine(redis?.url ?? '', ignored);
  const processes = await openRedisProcesses(line, name, log);
  opened.push(() => {
    processes.stop();
    line.disconnect();
  });
  return processes;
}

/** The sessions whose papers it heard to have changed. */
function heardBy(processes: RedisProcesses): string[] {
  const heard: string[] = [];
  processes.hear('paper changed', ({ sessionId }) => heard.push(sessionId));
  return heard;
}

test('a word reaches every other process once and in its order, and not the one that told it', async () => {
  const [a, b, c] = [await join('a'), await join('b'), await join('c')];
  const [atA, atB, atC] = [heardBy(a), heardBy(b), heardBy(c)];
  for (let count = 0; count < 50; count += 1) a.tell('paper changed', { sessionId: String(count) });
  await expect.poll(() => atB.length).toBe(50);
  b.tell('paper changed', { sessionId: 'of b' });
  await expect.poll(() => atC.length).toBe(51);
  await expect.poll(() => atA).toEqual(['of b']);
  const inOrder = Array.from({ length: 50 }, (_, count) => String(count));
  expect([atB, atC]).toEqual([inOrder, [...inOrder, 'of b']]);
});

test('what was told while the line of a process was broken it hears afterwards', async () => {
  const [teller, hearer] = [await join('teller'), await join('hearer')];
  const heard = heardBy(hearer);
  teller.tell('paper changed', { sessionId: 'before' });
  await expect.poll(() => heard).toEqual(['before']);
  const breaker = await openRedisLine(redis?.url ?? '', ignored);
  opened.push(() => breaker.disconnect());
  await breaker.client('KILL', 'TYPE', 'NORMAL', 'SKIPME', 'YES');
  // Also the teller's line broke: its word waits for the next.
  teller.tell('paper changed', { sessionId: 'meanwhile' });
  await expect.poll(() => heard).toEqual(['before', 'meanwhile']);
});
