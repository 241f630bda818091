import { describe, expect, it } from 'vitest';
import { ReviewClock } from './review-clock.ts';

const clockOf = (ready = () => true, skipTo: (at: number) => number | null = (at) => at) =>
  new ReviewClock({ from: 1_000, until: 11_000, at: 0, ready, skipTo });

describe('the clock of a review', () => {
  it('passes at its rate while it plays, and stops at the end', () => {
    const clock = clockOf();
    clock.pass(100);
    expect(clock.now.get()).toEqual({ at: 1_000, playing: false, rate: 1 });
    clock.toggle();
    clock.changeRate(1);
    clock.pass(500);
    expect(clock.now.get().at).toBe(2_000);
    clock.pass(60_000);
    expect(clock.now.get()).toMatchObject({ at: 11_000, playing: false });
  });

  it('waits for a camera that has no picture yet', () => {
    let ready = false;
    const clock = clockOf(() => ready);
    clock.toggle();
    clock.pass(500);
    expect(clock.now.get().at).toBe(1_000);
    ready = true;
    clock.pass(500);
    expect(clock.now.get().at).toBe(1_500);
  });

  it('passes over time of which no camera has a picture, and ends where none comes any more', () => {
    const clock = clockOf(
      () => true,
      (at) => (at < 3_000 ? at : at < 9_000 ? 9_000 : null),
    );
    clock.toggle();
    clock.seek(4_000);
    clock.pass(16);
    expect(clock.now.get().at).toBe(9_000);
    clock.pass(16);
    expect(clock.now.get().playing).toBe(false);
  });

  it('keeps to the rates there are and to the time of the attempt', () => {
    const clock = clockOf();
    for (let each = 0; each < 9; each += 1) clock.changeRate(1);
    expect(clock.now.get().rate).toBe(8);
    for (let each = 0; each < 9; each += 1) clock.changeRate(-1);
    expect(clock.now.get().rate).toBe(0.5);
    clock.seek(99_000);
    expect(clock.now.get().at).toBe(11_000);
    clock.step(-99_000);
    expect(clock.now.get().at).toBe(1_000);
  });
});
