import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createOwnMemory } from '../processes/own-memory.ts';
import type { SharedMemory } from './ports.ts';
import { createTryLimit } from './try-limit.ts';

let now = 0;
const clock = { now: () => now };
const ignored = () => undefined;
const log = { info: ignored, warn: ignored, error: ignored };
const limitIn = (memory: SharedMemory) =>
  createTryLimit({ clock, memory, random: { bytes: randomBytes }, log }, 'sign-in');
const closed = { reason: 'too_many_tries' };

test('[SEC-1] eight failures close a name until the first of them is ten minutes old; a success forgets them', async () => {
  now = 0;
  const limit = limitIn(createOwnMemory(clock));
  for (let count = 0; count < 8; count++) {
    await limit.check('x');
    await limit.failed('x');
    now += 30_000;
  }
  await expect(limit.check('x')).rejects.toMatchObject({ ...closed, params: { minutes: 6 } });
  await limit.check('y');
  now = 600_000;
  await limit.check('x');
  await limit.failed('x');
  await expect(limit.check('x')).rejects.toMatchObject(closed);
  await limit.succeeded('x');
  await limit.check('x');
});

test('[SEC-1] it is one limit for two processes, and of what else is tried another one', async () => {
  const memory = createOwnMemory(clock);
  for (let count = 0; count < 8; count++) await limitIn(memory).failed('x');
  await expect(limitIn(memory).check('x')).rejects.toMatchObject(closed);
  await createTryLimit({ clock, memory, random: { bytes: randomBytes }, log }, 'staff').check('x');
});

test('a memory that cannot be asked keeps nobody out', async () => {
  const absent = new Proxy({} as SharedMemory, { get: () => () => Promise.reject(new Error('no line to Redis')) });
  await limitIn(absent).check('x');
  await limitIn(absent).failed('x');
});
