import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AnswerLogStatus } from '../journal/answer-log.ts';
import { createObservable } from '../observable.ts';
import { WAITED_MS, watchWaitingAnswers } from './waiting-answers.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function desk() {
  const status = { unsent: 0, cursor: 0 } as AnswerLogStatus;
  const listeners = new Set<() => void>();
  const log = {
    status,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const answers = createObservable<typeof log | null>(null);
  const said: boolean[] = [];
  const stop = watchWaitingAnswers({
    answers,
    schedule: (task, ms) => {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
    onWait: (wait) => said.push(wait),
  });
  answers.set(log);
  const change = (unsent: number, cursor: number): void => {
    Object.assign(status, { unsent, cursor });
    for (const listener of listeners) listener();
  };
  return { said, change, stop };
}

it('[NET-1] answers that are not acknowledged for a while want the line, until they are', () => {
  const { said, change } = desk();
  change(1, 0);
  vi.advanceTimersByTime(WAITED_MS - 1);
  expect(said).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(said).toEqual([true]);
  change(0, 1);
  expect(said).toEqual([true, false]);
});

it('[NET-1] somebody who writes on while each answer is acknowledged makes nobody give way', () => {
  const { said, change } = desk();
  for (let acknowledged = 0; acknowledged < 20; acknowledged += 1) {
    change(2, acknowledged);
    vi.advanceTimersByTime(WAITED_MS / 2);
  }
  expect(said).toEqual([]);
  change(3, 19);
  vi.advanceTimersByTime(WAITED_MS);
  expect(said).toEqual([true]);
});

it('[NET-1] [ANS-5] what a replaced computer can never send holds nothing up for ever', () => {
  const { said, change, stop } = desk();
  change(1, 0);
  vi.advanceTimersByTime(WAITED_MS);
  stop();
  expect(said).toEqual([true, false]);
  change(2, 0);
  vi.advanceTimersByTime(WAITED_MS);
  expect(said).toEqual([true, false]);
});
