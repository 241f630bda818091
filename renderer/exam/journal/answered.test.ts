import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { askPatiently } from './answered.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const never = new Promise<never>(() => undefined);

/** What is asked now, and after how many milliseconds it is given up. */
async function givenUpAfter(asked: Promise<unknown>): Promise<number> {
  const since = Date.now();
  const given = expect(asked).rejects.toMatchObject({ name: 'TimeoutError' });
  await vi.advanceTimersToNextTimerAsync();
  await given;
  return Date.now() - since;
}

it('hands on what the engine answers, and its refusal', async () => {
  const answered = askPatiently();
  await expect(answered(Promise.resolve(7))).resolves.toBe(7);
  const refusal = new DOMException('full', 'QuotaExceededError');
  await expect(answered(Promise.reject(refusal))).rejects.toBe(refusal);
});

it('[ANS-1] gives up an engine that never answers, so that answers go on to the exam centre', async () => {
  expect(await givenUpAfter(askPatiently()(never))).toBe(10_000);
});

it('[ANS-1] waits a second only for an engine that has not answered before: each answer would reach the exam centre ten seconds late', async () => {
  const answered = askPatiently();
  await givenUpAfter(answered(never));
  expect(await givenUpAfter(answered(never))).toBe(1_000);
  expect(await givenUpAfter(answered(never))).toBe(1_000);
});

it('gives an engine its time again that answers, with a refusal too', async () => {
  const answered = askPatiently();
  await givenUpAfter(answered(never));
  await answered(Promise.resolve());
  expect(await givenUpAfter(answered(never))).toBe(10_000);
  await answered(Promise.reject(new DOMException('full', 'QuotaExceededError'))).catch(() => undefined);
  expect(await givenUpAfter(answered(never))).toBe(10_000);
});

it('gives an engine its time again that answers late: it is slow, and hangs no more', async () => {
  const answered = askPatiently();
  let answer = (): void => undefined;
  await givenUpAfter(
    answered(
      new Promise<void>((resolve) => {
        answer = resolve;
      }),
    ),
  );
  answer();
  await vi.advanceTimersByTimeAsync(0);
  expect(await givenUpAfter(answered(never))).toBe(10_000);
});

it('takes what comes too late, to close it', async () => {
  let open = (_database: string): void => undefined;
  const late: string[] = [];
  const asked = new Promise<string>((resolve) => {
    open = resolve;
  });
  await givenUpAfter(askPatiently()(asked, (database) => late.push(database)));
  open('a database');
  await vi.advanceTimersByTimeAsync(0);
  expect(late).toEqual(['a database']);
});
