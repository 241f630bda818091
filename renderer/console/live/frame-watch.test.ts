import { describe, expect, it } from 'vitest';
import { FROZEN_AFTER_MS } from './frame-count.ts';
import { FrameWatch } from './frame-watch.ts';

function watched() {
  const world = { now: 1_000, hidden: false, frames: 0 as number | null, shown: 0 };
  const watch = new FrameWatch({ now: () => world.now }, () => world.hidden);
  watch.add('attempt', 'front', { framesOfStream: () => world.frames, show: (total) => (world.shown = total) });
  const read = (frames: number | null, laterMs: number) => {
    world.frames = frames;
    world.now += laterMs;
    watch.read();
    return watch.frozen.get().get('attempt/front') ?? null;
  };
  return { world, read };
}

describe('frames of a screen', () => {
  it('adds up over streams that each count from zero', () => {
    const { world, read } = watched();
    read(10, 1_000);
    read(25, 1_000);
    read(null, 1_000);
    read(4, 1_000);
    expect(world.shown).toBe(29);
  });

  it('a picture that stops is frozen since its last frame, and no longer once it moves', () => {
    const { read } = watched();
    expect(read(10, 1_000)).toBeNull();
    expect(read(10, FROZEN_AFTER_MS - 1)).toBeNull();
    expect(read(10, 1)).toBe(2_000);
    expect(read(11, 1_000)).toBeNull();
  });

  it('nothing freezes before the first frame, without a stream, or while the page is hidden', () => {
    const { world, read } = watched();
    expect(read(0, 60_000)).toBeNull();
    read(5, 1_000);
    expect(read(null, 60_000)).toBeNull();
    read(3, 1_000);
    world.hidden = true;
    expect(read(3, 60_000)).toBeNull();
    world.hidden = false;
    expect(read(3, 1_000)).toBeNull();
  });
});
