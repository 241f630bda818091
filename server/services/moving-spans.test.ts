import { beforeEach, describe, expect, it } from 'vitest';
import { createMovingSpans, type MovingSpans } from './moving-spans.ts';

let kept: [string, number, number][];
let spans: MovingSpans;
beforeEach(() => {
  kept = [];
  spans = createMovingSpans(6_000, async (attemptId, { from, until }) => void kept.push([attemptId, from, until]));
});
const beat = async (attemptId: string, from: number, until: number) => {
  for (let at = from; at <= until; at += 2_000) await spans.moved(attemptId, at);
};

describe('pictures that advance', () => {
  it('[CAM-1] are told in pieces that follow on each other, the rest when they stop', async () => {
    await beat('a', 0, 24_000);
    expect(kept).toEqual([
      ['a', 0, 10_000],
      ['a', 10_000, 20_000],
    ]);
    await spans.stopped('a');
    expect(kept.at(-1)).toEqual(['a', 20_000, 24_000]);
    await spans.stopped('a');
    expect(kept).toHaveLength(3);
  });

  it('[CAM-1] leave a hole where the phone said nothing, and are each phone’s own', async () => {
    await beat('a', 0, 4_000);
    await beat('b', 1_000, 5_000);
    await beat('a', 10_000, 14_000);
    await spans.stopped('a');
    await spans.stopped('b');
    expect(kept).toEqual([
      ['a', 0, 4_000],
      ['a', 10_000, 14_000],
      ['b', 1_000, 5_000],
    ]);
  });
});
