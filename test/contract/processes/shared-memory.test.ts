import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createOwnMemory } from '../../../server/processes/own-memory.ts';
import { openRedisLine } from '../../../server/processes/redis-line.ts';
import { createRedisMemory } from '../../../server/processes/redis-memory.ts';
import type { SharedMemory } from '../../../server/services/ports.ts';
import { noRedis, RedisServer } from '../../redis/redis-server.ts';

type Line = Awaited<ReturnType<typeof openRedisLine>>;

let redis: RedisServer | null;
/** Two processes' lines. */
let lines: Line[] = [];
beforeAll(async () => {
  redis = await RedisServer.make();
  const { url } = redis ?? { url: '' };
  if (redis) lines = await Promise.all([0, 1].map(() => openRedisLine(url, () => undefined)));
});
afterAll(async () => {
  for (const line of lines) line.disconnect();
  await redis?.stop();
});

/** Long enough to ask once, on a busy machine, too. */
const SHORT_MS = 50;
const LONG_MS = 60_000;

describe.each(['of one process', 'in Redis'])('the memory %s', (place) => {
  let memory: SharedMemory;
  /** The same, as another process has it. */
  let elsewhere: SharedMemory;
  beforeEach(async ({ skip }) => {
    if (place === 'of one process') memory = elsewhere = createOwnMemory({ now: Date.now });
    else {
      const [own, other] = lines;
      if (!own || !other) return skip(noRedis());
      await own.flushall();
      [memory, elsewhere] = [createRedisMemory(own), createRedisMemory(other)];
    }
  });

  test('what one process puts there another finds, until its life is over', async () => {
    expect(await memory.get('key')).toBeNull();
    await memory.put('key', 'first', LONG_MS);
    await elsewhere.put('key', 'second', SHORT_MS);
    expect(await memory.get('key')).toBe('second');
    await expect.poll(() => memory.get('key')).toBeNull();
  });

  test('of all who put something new there at the same time one succeeds, and another when its life is over', async () => {
    const tries = [memory, elsewhere, memory, elsewhere].map((each, at) => each.putNew('turn', String(at), SHORT_MS));
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
    await expect.poll(() => elsewhere.putNew('turn', 'later', LONG_MS)).toBe(true);
    expect(await memory.putNew('turn', 'too late', LONG_MS)).toBe(false);
  });

  test('it is removed only while it is what somebody believes', async () => {
    await memory.put('key', 'mine', LONG_MS);
    expect(await elsewhere.removeIf('key', 'yours')).toBe(false);
    expect(await memory.get('key')).toBe('mine');
    expect(await elsewhere.removeIf('key', 'mine')).toBe(true);
    expect(await elsewhere.removeIf('key', 'mine')).toBe(false);
    expect(await memory.get('key')).toBeNull();
  });

  test('fields of a group come and go by themselves, and the group lives from its latest field on', async () => {
    expect(await memory.fields('group')).toEqual(new Map());
    await memory.putField('group', 'a', '1', SHORT_MS);
    await elsewhere.putField('group', 'b', '', LONG_MS);
    await memory.putField('group', 'b', '3', LONG_MS);
    expect(await elsewhere.fields('group')).toEqual(new Map([...Object.entries({ a: '1', b: '3' })]));
    expect(await memory.removeField('group', 'a')).toBe(true);
    expect(await elsewhere.removeField('group', 'a')).toBe(false);
    expect([...(await memory.fields('group')).keys()]).toEqual(['b']);
    await memory.removeGroup('group');
    expect(await elsewhere.fields('group')).toEqual(new Map());
    await memory.putField('short', 'a', '1', SHORT_MS);
    await expect.poll(async () => (await elsewhere.fields('short')).size).toBe(0);
  });

  test('a group that was read is a copy', async () => {
    await memory.putField('group', 'a', '1', LONG_MS);
    (await memory.fields('group')).set('a', '2');
    expect(await memory.fields('group')).toEqual(new Map([['a', '1']]));
  });
});
