import { describe, expect, it } from 'vitest';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import type { Attempt } from '../../../shared/contract/views.ts';
import { Fault } from '../../../shared/support/fault.ts';
import { createObservable, until } from '../observable.ts';
import { createDeviceCheck, readiness } from './device-check.ts';
import { createDeviceDesk } from './device-desk.ts';
import type { PairingState, PhonePairing } from './phone-pairing.ts';
import { passed } from './verdict.ts';

const unpaired = { phone: 'none' } as Attempt;
const checks = Object.fromEntries(
  ['camera', 'microphone', 'download', 'upload', 'power', 'displays', 'programs'].map((check) => [
    check,
    async () => passed(1),
  ]),
);

function setUp(faults: Fault[] = []) {
  const attempt = createObservable(unpaired);
  const devices = createDeviceCheck({ checks, log: () => undefined });
  const pairing = { shown: false, start: () => (pairing.shown = true), stop: () => (pairing.shown = false) };
  const reports: unknown[] = [];
  const tones: number[] = [];
  let done = 0;
  const desk = createDeviceDesk({
    devices,
    pairing: { ...createObservable({} as PairingState), ...pairing } as unknown as PhonePairing,
    attempt,
    rearView: createObservable({ fault: null }),
    http: (async (_: string, body: unknown) => {
      const fault = faults.shift();
      if (fault) throw fault;
      reports.push(body);
      return {};
    }) as unknown as HttpClient,
    playTones: async (count) => void tones.push(count),
    random: () => 0.5,
    schedule: (task) => {
      setImmediate(task);
      return () => undefined;
    },
    onDone: () => {
      done += 1;
    },
    log: () => undefined,
  });
  return { desk, devices, attempt, pairing, reports, tones, doneTimes: () => done };
}
const settled = (devices: ReturnType<typeof setUp>['devices']) =>
  until(devices, (state) => readiness(state) !== 'checking');

describe('the candidate at the device check', () => {
  it('shows the code until the phone is there, and again when it goes', async () => {
    const { desk, devices, attempt, pairing } = setUp();
    desk.begin();
    expect(pairing.shown).toBe(true);
    attempt.set({ ...unpaired, phone: 'live' });
    expect(pairing.shown).toBe(false);
    await settled(devices);
    expect(readiness(devices.state)).toBe('ready');
    attempt.set({ ...unpaired, phone: 'lost' });
    expect(readiness(devices.state)).toBe('only_with_proctor');
    expect(pairing.shown).toBe(true);
  });

  it('compares the tones counted with the tones played', async () => {
    const { desk, devices, tones } = setUp();
    desk.begin();
    await desk.play();
    expect(tones).toEqual([3]);
    desk.heard(2);
    expect(devices.state.rows.speaker?.verdict?.result).toBe('warning');
    await desk.play();
    desk.heard(3);
    expect(devices.state.rows.speaker?.verdict?.result).toBe('passed');
  });

  it('lets the candidate go on at once while the report waits for the network', async () => {
    const { desk, devices, reports, doneTimes } = setUp([new Fault('unreachable'), new Fault('unreachable')]);
    desk.begin();
    await settled(devices);
    desk.finish();
    desk.finish();
    expect(doneTimes()).toBe(1);
    await expect.poll(() => reports).toHaveLength(1);
  });

  it('[LOCK-3] looks behind an open paper at what can have changed, and tells the proctor what it found', async () => {
    const { desk, devices, pairing, reports, doneTimes } = setUp([new Fault('unreachable')]);
    desk.glance();
    await expect.poll(() => reports).toHaveLength(1);
    expect(devices.state.order).not.toContain('download');
    expect(reports[0]).toMatchObject({
      rows: expect.arrayContaining([
        expect.objectContaining({ check: 'camera', result: 'passed' }),
        expect.objectContaining({ check: 'phone', result: 'failed' }),
      ]),
    });
    expect([pairing.shown, doneTimes()]).toEqual([false, 1]);
  });
});
