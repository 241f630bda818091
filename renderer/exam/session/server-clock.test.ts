import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../shared/domain/seeded-random.ts';
import type { Sleep } from '../../../shared/domain/sleep.ts';
import { createServerClock } from './server-clock.ts';
import { watchSleep } from './sleep-watch.ts';

const AHEAD = 1_790_000_000_000;

/** A computer whose clocks are cranked by hand, and a server that answers after so many milliseconds. */
function computer({ countsSleep = false, precisionMs = 16, skew = 0 } = {}) {
  let real = 5_000;
  let asleep = 0;
  let shellAnswers = true;
  const page = { elapsed: () => (real - (countsSleep ? 0 : asleep)) * (1 + skew) };
  const sleeps: Sleep[] = [];
  const watch = watchSleep({
    page,
    sinceBoot: async () => {
      if (!shellAnswers) throw new Error('no answer');
      return { ms: Math.floor(real / precisionMs) * precisionMs, precisionMs };
    },
    onSlept(sleep) {
      sleeps.push(sleep);
      clock.slept(sleep);
    },
  });
  const clock = createServerClock(watch);
  const ping = (there: number, back: number) => async () => {
    real += there;
    const serverTime = real + AHEAD;
    real += back;
    return { serverTime };
  };
  return {
    ...{ clock, watch, sleeps, ping },
    pass: (ms: number) => {
      real += ms;
    },
    sleep: (ms: number) => {
      real += ms;
      asleep += ms;
    },
    silenceShell: () => {
      shellAnswers = false;
    },
    error: () => clock.now() - (real + AHEAD),
  };
}

describe('[TIME-3] the server’s clock on this computer', () => {
  it('is the server’s time in the middle of the shortest round trip', async () => {
    const { clock, ping, error } = computer();
    const delays = [ping(80, 20), ping(10, 10), ping(5, 90)];
    let turn = 0;
    await clock.measure(() => (delays[turn++] ?? ping(0, 0))(), 3);
    expect(error()).toBe(0);
    expect(clock.uncertainty).toBeCloseTo(10, 1);
  });

  it('counts on, without a step, while slower round trips agree with what is known', async () => {
    const { clock, ping, pass, error } = computer();
    await clock.timed(ping(5, 5));
    pass(30_000);
    await clock.timed(ping(900, 100));
    expect(error()).toBe(0);
  });

  it('follows the network when it contradicts what is known', async () => {
    const { clock, ping, sleep, silenceShell, error } = computer();
    await clock.timed(ping(5, 5));
    silenceShell();
    sleep(600_000);
    expect(error()).toBe(-600_000);
    await clock.timed(ping(50, 50));
    expect(error()).toBe(0);
  });

  it('knows nothing before the first measurement, and a failed one changes nothing', async () => {
    const { clock } = computer();
    expect(clock.now()).toBe(0);
    await clock.measure(() => Promise.reject(new Error('offline')), 5);
    expect(clock.now()).toBe(0);
    expect(clock.uncertainty).toBeNull();
  });

  it.each([
    ['stands still in sleep', false],
    ['counts sleep', true],
  ])('is right after ten minutes of sleep offline where the page’s clock %s', async (_, countsSleep) => {
    const { clock, watch, ping, sleep, pass, error, sleeps } = computer({ countsSleep });
    await clock.timed(ping(10, 10));
    await watch.look();
    sleep(600_000);
    pass(400);
    await watch.look();
    expect(Math.abs(error())).toBeLessThanOrEqual(clock.uncertainty ?? 0);
    expect(clock.uncertainty).toBeLessThan(60);
    expect(sleeps).toHaveLength(countsSleep ? 0 : 1);
  });

  it('adds a sleep once when two ask at the same time', async () => {
    const { watch, sleep, sleeps } = computer();
    await watch.look();
    sleep(600_000);
    await Promise.all([watch.look(), watch.look(), watch.look()]);
    expect(sleeps).toHaveLength(1);
  });

  it('learns nothing from a measurement in which the computer slept, and says so', async () => {
    const { clock, watch, ping, sleep, error } = computer();
    await clock.timed(ping(10, 10));
    await watch.look();
    let asked = 0;
    const learnt = await clock.measure(() => {
      asked += 1;
      if (asked === 3) sleep(600_000);
      return ping(1, 1)();
    }, 5);
    expect(learnt).toBe(false);
    expect(Math.abs(error())).toBeLessThanOrEqual(clock.uncertainty ?? 0);
    expect(await clock.measure(ping(1, 1), 5)).toBe(true);
  });
});

describe('[TIME-3] an afternoon of naps, hibernation and outages', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))(
    'seed %i is never wrong by more than it says',
    async (seed) => {
      const random = seededRandom(String(seed));
      const countsSleep = random() < 0.3;
      const precisionMs = random() < 0.5 ? 16 : 1_000;
      const skew = (random() - 0.5) * 80e-6;
      const { clock, watch, ping, pass, sleep, error } = computer({ countsSleep, precisionMs, skew });
      await clock.measure(ping(random() * 50, random() * 50), 5);
      for (let second = 0; second < 3_600; second += 1) {
        pass(1_000);
        const luck = random();
        if (luck < 0.004) sleep(2_500 + random() * 7_200_000);
        await watch.look();
        if (luck > 0.99) await clock.measure(ping(random() * 400, random() * 400), 5);
        expect(Math.abs(error())).toBeLessThanOrEqual((clock.uncertainty ?? 0) + 1e-3);
      }
    },
  );
});
