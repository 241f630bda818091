import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createArrivals } from './arrivals.ts';

async function* pieces(count: number, name = '') {
  for (let each = 0; each < count; each += 1) yield Buffer.from(`${name}${each}`);
}
async function all(source: AsyncIterable<Buffer>): Promise<string[]> {
  const read: string[] = [];
  for await (const piece of source) read.push(`${piece}`);
  return read;
}

describe('[NET-1] recordings that all come at once', () => {
  test('are let in eight pieces a turn of the loop, so that an answer waits for no more', async () => {
    const arrivals = createArrivals(8);
    let handled = 0;
    const recordings = Array.from({ length: 50 }, async () => {
      for await (const _ of arrivals.inTurn(pieces(4))) handled += 1;
    });
    const perTurn: number[] = [];
    for (let before = 0; handled < 200; before = handled) {
      await nextTurn();
      perTurn.push(handled - before);
    }
    await Promise.all(recordings);
    expect(Math.max(...perTurn)).toBeLessThanOrEqual(8);
    expect(perTurn.length).toBeGreaterThanOrEqual(25);
  });

  test('lose no piece and keep their order, and one that breaks holds up no other', async () => {
    const arrivals = createArrivals(8);
    async function* broken() {
      yield Buffer.from('first');
      throw new Error('the line broke');
    }
    const [one, cut, other] = await Promise.allSettled([
      all(arrivals.inTurn(pieces(30, 'a'))),
      all(arrivals.inTurn(broken())),
      all(arrivals.inTurn(pieces(30, 'b'))),
    ]);
    expect([one, other]).toEqual([
      { status: 'fulfilled', value: Array.from({ length: 30 }, (_, each) => `a${each}`) },
      { status: 'fulfilled', value: Array.from({ length: 30 }, (_, each) => `b${each}`) },
    ]);
    expect(cut).toMatchObject({ status: 'rejected', reason: { message: 'the line broke' } });
  });
});
