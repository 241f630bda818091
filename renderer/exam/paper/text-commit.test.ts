import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ResponseValue } from '../../../shared/domain/paper.ts';
import { COMMIT_MS, createTextCommit } from './text-commit.ts';

const text = (value: string): ResponseValue => ({ kind: 'text', text: value });

const later = (task: () => void, ms: number) => {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
};

/** A window that is never idle: what waits for it waits to the last. */
function setUp() {
  const written: [string, ResponseValue][] = [];
  const commit = createTextCommit({
    write: (itemId, value) => written.push([itemId, value]),
    schedule: later,
    whenIdle: later,
  });
  return { commit, written };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what is typed', () => {
  it('is written within 300 ms however fast the typing goes on', () => {
    const { commit, written } = setUp();
    for (let length = 1; length <= 10; length += 1) {
      commit.typed('q', text('a'.repeat(length)), false);
      vi.advanceTimersByTime(100);
    }
    expect(written.map(([, value]) => value)).toEqual([text('aaa'), text('aaaaaa'), text('aaaaaaaaa')]);
    vi.advanceTimersByTime(COMMIT_MS);
    expect(written.at(-1)).toEqual(['q', text('a'.repeat(10))]);
  });

  it('is not written while an input method composes, however long that takes', () => {
    const { commit, written } = setUp();
    commit.typed('q', text('劳'), false);
    commit.typed('q', text('劳d'), true);
    commit.typed('q', text('劳do'), true);
    vi.advanceTimersByTime(10 * COMMIT_MS);
    expect(written).toEqual([['q', text('劳')]]);
    commit.typed('q', text('劳动'), false);
    commit.flush();
    expect(written).toEqual([
      ['q', text('劳')],
      ['q', text('劳动')],
    ]);
  });

  it('counts as it is seen when the item is left or the paper closes in the middle of a composition', () => {
    const { commit, written } = setUp();
    commit.typed('q', text('劳'), false);
    commit.typed('q', text('劳dong'), true);
    commit.flush();
    commit.flush();
    vi.advanceTimersByTime(10 * COMMIT_MS);
    expect(written).toEqual([['q', text('劳dong')]]);
  });

  it('is what it was before when a composition is given up', () => {
    const { commit, written } = setUp();
    commit.typed('q', text('劳d'), true);
    commit.typed('q', text('劳'), false);
    commit.flush();
    expect(written).toEqual([['q', text('劳')]]);
  });

  it('is written at once when the composition ends or the field is left', () => {
    const { commit, written } = setUp();
    commit.typed('q', text('劳动'), false);
    commit.flush();
    expect(written).toEqual([['q', text('劳动')]]);
    vi.advanceTimersByTime(10 * COMMIT_MS);
    expect(written).toHaveLength(1);
  });

  it('of one item is written before anything of the next', () => {
    const { commit, written } = setUp();
    commit.typed('q1', text('one'), false);
    commit.typed('q2', text('two'), false);
    commit.flush();
    expect(written.map(([itemId]) => itemId)).toEqual(['q1', 'q2']);
  });
});
