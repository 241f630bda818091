import { describe, expect, it } from 'vitest';
import { nextPace, PACES, type PaceState, paceAfter, shareOf, startPace } from './watch-pace.ts';

/** Looks one after another at the pace of the moment, each taking so long, for so many seconds. */
function run(state: PaceState, tookMs: number, seconds: number, from: number): PaceState {
  let next = state;
  for (let at = from; at < from + seconds * 1_000; at += PACES[next.pace]?.lookMs ?? 1)
    next = nextPace(next, { tookMs, identified: false, at });
  return next;
}

describe('the pace of looking', () => {
  it('stays whole where a look is cheap', () => {
    expect(run(startPace(0), 25, 300, 0).pace).toBe(0);
  });

  it('gives up one thing after another until it fits, and never takes more than its share for long', () => {
    const busy = run(startPace(0), 250, 120, 0);
    expect(busy.pace).toBe(2);
    const pace = PACES[busy.pace];
    expect(pace && shareOf(pace, busy)).toBeLessThanOrEqual(0.2);
    expect(run(startPace(0), 5_000, 120, 0).pace).toBe(PACES.length - 1);
  });

  it('comes back in steps once there is room again, and does not swing', () => {
    const busy = run(startPace(0), 250, 4, 0);
    const calm = run(busy, 25, 20, 4_000);
    expect(calm.pace).toBe(busy.pace);
    expect(run(busy, 25, 200, 4_000).pace).toBe(0);
    // Near the limit it stays where it is.
    const near = run(startPace(0), 90, 60, 0);
    expect(near.pace).toBe(1);
    expect(run(near, 70, 300, 60_000).pace).toBe(1);
  });

  it('counts the looks at the phone’s picture, and gives them up last', () => {
    const phone = (tookMs: number): PaceState => paceAfter(startPace(0), 'phoneCost', { tookMs, at: 0 });
    expect(phone(100).pace).toBe(0);
    // With faces that nearly fill the budget there is no room for it every ten seconds.
    const both = run(paceAfter(startPace(0), 'phoneCost', { tookMs: 700, at: 0 }), 65, 300, 0);
    expect(both.pace).toBe(1);
    expect(PACES.map(({ phoneMs }) => phoneMs)).toEqual([10_000, 10_000, 20_000, 20_000, null, null]);
  });

  it('counts the looks for things, and has room for both cameras where a look at them takes a fifth of a second', () => {
    const things = paceAfter(paceAfter(startPace(0), 'phoneCost', { tookMs: 200, at: 0 }), 'thingsCost', {
      tookMs: 200,
      at: 0,
    });
    expect(run(things, 25, 300, 0).pace).toBe(0);
    // A machine without SIMD.
    const slow = paceAfter(paceAfter(startPace(0), 'phoneCost', { tookMs: 490, at: 0 }), 'thingsCost', {
      tookMs: 490,
      at: 0,
    });
    expect(run(slow, 90, 300, 0).pace).toBe(2);
    expect(PACES.map(({ thingsMs }) => thingsMs)).toEqual([4_000, 4_000, 10_000, 12_000, null, null]);
  });

  it('counts listening beside looking, and gives it up last', () => {
    const heard = (tookMs: number): PaceState => paceAfter(startPace(0), 'soundCost', { tookMs, at: 0 });
    expect(heard(15).pace).toBe(0);
    // Looks that would fit alone fit no more beside sound that takes an eighth of a core.
    expect(run(startPace(0), 70, 300, 0).pace).toBe(0);
    const beside = run(heard(125), 70, 300, 0);
    expect(beside.pace).toBeGreaterThan(0);
    expect(PACES[beside.pace]?.speech).toBe(true);
    // Half a second for each second: nothing else is left to give up.
    const slow = run(heard(500), 70, 300, 0);
    expect(slow.pace).toBe(PACES.length - 1);
    expect(PACES.map(({ speech }) => speech)).toEqual([true, true, true, true, true, false]);
    // It is not begun again as long as it would cost the same.
    expect(run(slow, 70, 600, 300_000).pace).toBe(slow.pace);
  });
});
