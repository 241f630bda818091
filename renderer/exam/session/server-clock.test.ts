import { describe, expect, it } from 'vitest';
import { createServerClock } from './server-clock.ts';

function clockAt(start: number) {
  let elapsed = start;
  const clock = createServerClock({ elapsed: () => elapsed });
  const pass = (ms: number): void => {
    elapsed += ms;
  };
  return { clock, pass };
}

describe('[TIME-3] the server’s clock on this computer', () => {
  it('is the server’s time in the middle of the shortest round trip', () => {
    const { clock } = clockAt(1000);
    clock.measured([
      { sentAt: 800, receivedAt: 900, serverTime: 50_000 },
      { sentAt: 980, receivedAt: 1000, serverTime: 50_140 },
    ]);
    expect(clock.now()).toBe(50_150);
    expect(clock.uncertainty).toBe(10);
  });

  it('counts on, without a step, while slower round trips agree with what is known', () => {
    const { clock, pass } = clockAt(0);
    clock.measured([{ sentAt: -10, receivedAt: 0, serverTime: 9_995 }]);
    pass(30_000);
    clock.measured([{ sentAt: 29_000, receivedAt: 30_000, serverTime: 39_200 }]);
    expect(clock.now()).toBe(40_000);
  });

  it('follows the newer measurement when the computer has slept', () => {
    const { clock, pass } = clockAt(0);
    clock.measured([{ sentAt: -10, receivedAt: 0, serverTime: 9_995 }]);
    pass(1000);
    clock.measured([{ sentAt: 900, receivedAt: 1000, serverTime: 3_600_000 }]);
    expect(clock.now()).toBe(3_600_050);
  });

  it('knows nothing before the first measurement, and a failed one changes nothing', () => {
    const { clock } = clockAt(5);
    expect(clock.now()).toBe(0);
    clock.measured([]);
    expect(clock.uncertainty).toBeNull();
  });
});
