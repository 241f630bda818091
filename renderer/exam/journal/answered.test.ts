import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answered } from './answered.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('hands on what the engine answers, and its refusal', async () => {
  await expect(answered(Promise.resolve(7))).resolves.toBe(7);
  const refusal = new DOMException('full', 'QuotaExceededError');
  await expect(answered(Promise.reject(refusal))).rejects.toBe(refusal);
});

it('[ANS-1] gives up an engine that never answers, so that answers go on to the exam centre', async () => {
  const given = expect(answered(new Promise(() => undefined))).rejects.toMatchObject({ name: 'TimeoutError' });
  await vi.advanceTimersByTimeAsync(10_000);
  await given;
});

it('takes what comes too late, to close it', async () => {
  let open = (_database: string): void => undefined;
  const late: string[] = [];
  const asked = new Promise<string>((resolve) => {
    open = resolve;
  });
  const given = expect(answered(asked, (database) => late.push(database))).rejects.toThrow();
  await vi.advanceTimersByTimeAsync(10_000);
  await given;
  open('a database');
  await vi.advanceTimersByTimeAsync(0);
  expect(late).toEqual(['a database']);
});
