import { describe, expect, it } from 'vitest';
import { Fault } from '../../../shared/support/fault.ts';
import { createClockReport } from './clock-report.ts';
import type { ServerClock } from './server-clock.ts';

const SERVER = 1_790_000_000_000;

function setUp() {
  const wall = { now: SERVER, zoneOffsetMinutes: 480 };
  const sent: unknown[] = [];
  let online = true;
  const send = async (told: unknown): Promise<void> => {
    if (!online) throw new Fault('unreachable');
    sent.push(told);
  };
  const report = createClockReport({
    clock: { now: () => SERVER, uncertainty: 20 } as ServerClock,
    wall: () => wall,
    sendDrift: send,
    sendSleep: send,
    log: () => undefined,
  });
  const tell = async (): Promise<void> => {
    report.tell();
    await new Promise((resolve) => setImmediate(resolve));
  };
  const connect = (to: boolean): void => {
    online = to;
  };
  return { report, wall, sent, tell, connect };
}

describe('[TIME-3] what the exam centre is told of this computer’s clock', () => {
  it('is nothing while it is right, then each jump of an hour and its end, once', async () => {
    const { wall, sent, tell } = setUp();
    await tell();
    wall.now += 3_600_000;
    await tell();
    await tell();
    wall.now -= 7_200_000;
    await tell();
    wall.now += 3_600_000;
    await tell();
    expect(sent).toEqual(
      [3_600_000, -3_600_000, 0].map((wallOffsetMs) => ({ wallOffsetMs, zoneOffsetMinutes: 480, uncertaintyMs: 20 })),
    );
  });

  it('is a change of zone, as when summer time begins', async () => {
    const { wall, sent, tell } = setUp();
    wall.zoneOffsetMinutes = 60;
    await tell();
    wall.zoneOffsetMinutes = 120;
    await tell();
    expect(sent).toMatchObject([{ zoneOffsetMinutes: 60 }, { zoneOffsetMinutes: 120 }]);
  });

  it('waits for the network, and a sleep comes first', async () => {
    const { report, wall, sent, tell, connect } = setUp();
    connect(false);
    wall.now += 3_600_000;
    report.slept({ ms: 600_000.4, uncertainty: 16 });
    await tell();
    expect(sent).toEqual([]);
    connect(true);
    await tell();
    expect(sent).toMatchObject([{ until: SERVER, durationMs: 600_000 }, { wallOffsetMs: 3_600_000 }]);
  });
});
