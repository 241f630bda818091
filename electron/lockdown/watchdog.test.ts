import { describe, expect, it } from 'vitest';
import type { Finding } from '../../shared/contract/shell.ts';
import type { Step } from '../startup/step.ts';
import { createWatchdog } from './watchdog.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A watchdog over one measure that the test lifts; time is cranked by hand. */
function setUp({ restores = true, performTakesMs = 0 } = {}) {
  let now = 0;
  const timers: { at: number; run: () => void }[] = [];
  const findings: Finding[] = [];
  const state = { inForce: true, performed: 0, throwing: false };
  const schedule = (run: () => void, ms: number) => {
    const timer = { at: now + ms, run };
    timers.push(timer);
    return () => void timers.splice(timers.indexOf(timer), timers.includes(timer) ? 1 : 0);
  };
  /** Lets time pass in steps, each timer at its time. */
  async function pass(ms: number): Promise<void> {
    const until = now + ms;
    for (;;) {
      await settled();
      const next = timers.sort((a, b) => a.at - b.at)[0];
      if (!next || next.at > until) break;
      timers.shift();
      now = Math.max(now, next.at);
      next.run();
    }
    now = until;
    await settled();
  }
  const kiosk: Step = {
    name: 'kiosk',
    async perform() {
      state.performed += 1;
      if (performTakesMs > 0) await new Promise<void>((resolve) => schedule(resolve, performTakesMs));
      if (!restores) throw new Error('the window manager did not give full screen');
      state.inForce = true;
      return undefined;
    },
    revert: async () => undefined,
    probe() {
      if (state.throwing) throw new Error('no answer');
      return state.inForce;
    },
  };
  const watchdog = createWatchdog({
    measures: [kiosk, { ...kiosk, name: 'unwatched', probe: () => false }],
    inTurn: (operation) => operation(),
    clock: { elapsed: () => now },
    schedule,
    report: (finding) => findings.push(finding),
    log: { write: () => undefined },
  });
  watchdog.start(['kiosk']);
  const standStill = (ms: number): void => {
    now += ms;
  };
  return { watchdog, state, findings, pass, standStill, now: () => now };
}

const told = (findings: readonly Finding[]) => findings.map(({ durationMs, detail }) => ({ durationMs, ...detail }));

describe('[LOCK-1] the watchdog', () => {
  it('leaves alone what is in force', async () => {
    const { state, findings, pass } = setUp();
    await pass(60_000);
    expect(state.performed).toBe(0);
    expect(findings).toEqual([]);
  });

  it('takes a lifted measure again and tells within a second', async () => {
    const { state, findings, pass } = setUp();
    await pass(1_234);
    state.inForce = false;
    await pass(1_000);
    expect(state).toMatchObject({ performed: 1, inForce: true });
    expect(told(findings)).toEqual([{ durationMs: 0, measure: 'kiosk', restored: true, times: 1 }]);
  });

  it('tells a measure that cannot be had again once, goes on trying less and less often, and tells when it is back', async () => {
    const { state, findings, pass } = setUp({ restores: false });
    state.inForce = false;
    await pass(1_000);
    expect(told(findings)).toEqual([{ durationMs: 0, measure: 'kiosk', restored: false, times: 1 }]);
    await pass(119_000);
    expect(state.performed).toBeGreaterThan(4);
    expect(state.performed).toBeLessThan(10);
    expect(findings).toHaveLength(1);
    state.inForce = true;
    await pass(1_000);
    expect(told(findings)[1]).toMatchObject({ restored: true, again: true });
  });

  it('tells a slow restoration before it is over', async () => {
    const { state, findings, pass } = setUp({ performTakesMs: 2_500 });
    state.inForce = false;
    await pass(1_000);
    expect(told(findings)).toEqual([{ durationMs: 400, measure: 'kiosk', restored: false, times: 1 }]);
    await pass(3_000);
    expect(told(findings)[1]).toMatchObject({ restored: true, again: true, durationMs: 2_500 });
  });

  it('a measure that somebody keeps lifting is told together, with how often', async () => {
    const { state, findings, pass } = setUp();
    for (let lifted = 0; lifted < 20; lifted += 1) {
      state.inForce = false;
      await pass(1_000);
    }
    await pass(10_000);
    expect(state.performed).toBe(20);
    const times = told(findings).map((each) => Number((each as { times?: number }).times));
    expect(times.length).toBeLessThan(5);
    expect(times.reduce((sum, each) => sum + each, 0)).toBe(20);
  });

  it('a probe that fails counts as lost', async () => {
    const { state, findings, pass } = setUp();
    state.throwing = true;
    await pass(600);
    expect(told(findings)).toEqual([{ durationMs: 0, measure: 'kiosk', restored: false, times: 1 }]);
  });

  it('notices that it stood still itself', async () => {
    const { findings, pass, standStill } = setUp();
    await pass(1_000);
    standStill(7_000);
    await pass(500);
    expect(told(findings)).toEqual([
      { durationMs: expect.closeTo(7_000, -3), measure: 'watchdog', restored: true, times: 1 },
    ]);
  });

  it('does nothing after it was stopped', async () => {
    const { watchdog, state, findings, pass } = setUp();
    watchdog.stop();
    state.inForce = false;
    await pass(10_000);
    expect(state.performed).toBe(0);
    expect(findings).toEqual([]);
  });
});
