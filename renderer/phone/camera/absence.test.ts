import { beforeEach, describe, expect, it } from 'vitest';
import { createAbsence } from './absence.ts';

let monotonic = 0;
let wall = 0;
const pass = (ms: number, asleep = false) => {
  wall += ms;
  if (!asleep) monotonic += ms;
};
beforeEach(() => {
  monotonic = 5_000;
  wall = 1_700_000_000_000;
});
const absence = () => createAbsence({ monotonic: () => monotonic, wall: () => wall });

describe('[CAM-2] an absence of the page', () => {
  it('is a locked phone when its own clock stood still', () => {
    const away = absence();
    away.began();
    pass(3_000);
    pass(60_000, true);
    expect(away.ended()).toBe(60_000);
  });

  it('is not when both clocks went on, however long, or drifted a little', () => {
    const away = absence();
    away.began();
    pass(600_000);
    wall += 900;
    expect(away.ended()).toBe(0);
  });

  it('says nothing about a return without a departure, and nothing when the wall clock was set back', () => {
    const away = absence();
    expect(away.ended()).toBe(0);
    away.began();
    pass(10_000);
    wall -= 3_600_000;
    expect(away.ended()).toBe(0);
  });
});
