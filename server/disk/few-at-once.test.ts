import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createFewAtOnce } from './few-at-once.ts';

test('[NET-1] what all comes at once is done a few at a time, in the order it came, also after what failed', async () => {
  const few = createFewAtOnce(3);
  const ends: (() => void)[] = [];
  const begun: number[] = [];
  const outcomes = Promise.allSettled(
    Array.from({ length: 9 }, (_, index) =>
      few.run(async () => {
        begun.push(index);
        await new Promise<void>((resolve) => ends.push(resolve));
        if (index === 1) throw new Error('refused');
        return index;
      }),
    ),
  );
  await nextTurn();
  expect(begun).toEqual([0, 1, 2]);
  for (let done = 1; done <= 9; done += 1) {
    ends.shift()?.();
    await nextTurn();
    expect(begun).toHaveLength(Math.min(9, done + 3));
  }
  expect((await outcomes).map((each) => (each.status === 'fulfilled' ? each.value : 'failed'))).toEqual([
    ...[0, 'failed', 2, 3, 4],
    ...[5, 6, 7, 8],
  ]);
  expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  await expect(few.run(async () => 'free again')).resolves.toBe('free again');
});
