import { describe, expect, it } from 'vitest';
import type { ObjectEngine } from './object-engine.ts';
import { createObjectEyes } from './object-eyes.ts';

const bitmap = {} as ImageBitmap;

/** Eyes whose engine cannot be run at the looks of these numbers; tells what was opened and closed. */
function setUp(broken: readonly number[]) {
  const told: string[] = [];
  let looks = 0;
  const open = (): ObjectEngine => {
    told.push('open');
    return {
      ready: Promise.resolve(),
      async look() {
        looks += 1;
        if (broken.includes(looks)) throw new Error('out of memory');
        return { objects: [], tookMs: 1 };
      },
      close: () => void told.push('close'),
    };
  };
  return { told, eyes: createObjectEyes({ open, log: (_, text) => void told.push(text) }) };
}

describe('the eyes for persons and things', () => {
  it('open one engine for all who look', async () => {
    const { told, eyes } = setUp([]);
    await Promise.all([eyes.look(bitmap), eyes.look(bitmap)]);
    expect(told).toEqual(['open']);
  });

  it('say that nobody looked when it fails, and open another for the next picture', async () => {
    const { told, eyes } = setUp([1]);
    expect(await eyes.look(bitmap)).toBeNull();
    expect(await eyes.look(bitmap)).toEqual({ objects: [], tookMs: 1 });
    expect(told).toEqual(['open', expect.stringContaining('out of memory'), 'close', 'open']);
  });

  it('give it back when they rest, and open another when somebody looks again', async () => {
    const { told, eyes } = setUp([]);
    eyes.rest();
    await eyes.look(bitmap);
    eyes.rest();
    await eyes.look(bitmap);
    expect(told).toEqual(['open', 'close', 'open']);
  });
});
