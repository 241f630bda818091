import { describe, expect, it } from 'vitest';
import { until } from '../observable.ts';
import { type Check, createDeviceCheck, readiness } from './device-check.ts';
import { type DeviceCheckName, failed, passed, warned } from './verdict.ts';

const AUTOMATIC: DeviceCheckName[] = ['camera', 'microphone', 'download', 'upload', 'power', 'displays', 'programs'];

function setUp(changed: Partial<Record<DeviceCheckName, Check>> = {}) {
  const good = Object.fromEntries(AUTOMATIC.map((check) => [check, async () => passed(1)]));
  return createDeviceCheck({ checks: { ...good, ...changed }, log: () => undefined });
}
const finished = (check: ReturnType<typeof setUp>) => until(check, (state) => readiness(state) !== 'checking');

describe('the device check', () => {
  it('is ready once the needed rows are there, whatever else only warns', async () => {
    const check = setUp({
      download: async () => warned('slow_line', 3),
      programs: async () => failed('prohibited', 1),
    });
    check.start(false);
    check.settle('phone', passed(1));
    expect(readiness(await finished(check))).toBe('ready');
  });

  it('never ends in a dead end: without a camera or a phone it goes on with the proctor told [LOCK-3]', async () => {
    const check = setUp({ camera: async () => failed('missing', null) });
    check.start(false);
    expect(readiness(await finished(check))).toBe('only_with_proctor');
    const rows = check.report();
    expect(rows.map(({ check: name }) => name)).toHaveLength(10);
    expect(rows.find(({ check: name }) => name === 'phone')).toMatchObject({ result: 'failed', note: 'not_paired' });
    expect(rows.find(({ check: name }) => name === 'speaker')).toMatchObject({ result: 'warning', note: 'not_tried' });
  });

  it('measures the line one way at a time', async () => {
    const order: string[] = [];
    const step = (name: string) => async () => {
      order.push(`${name} begins`);
      await Promise.resolve();
      order.push(`${name} ends`);
      return passed(1);
    };
    const check = setUp({ download: step('download'), upload: step('upload') });
    check.start(false);
    await finished(check);
    expect(order).toEqual(['download begins', 'download ends', 'upload begins', 'upload ends']);
  });

  it('keeps a newer answer when an older run of the same row ends after it', async () => {
    const answers: ((verdict: ReturnType<typeof passed>) => void)[] = [];
    const check = setUp({ camera: () => new Promise((resolve) => answers.push(resolve)) });
    check.rerun('camera');
    check.rerun('camera');
    answers[1]?.(passed(15));
    answers[0]?.(failed('missing', null));
    await until(check, ({ rows }) => rows.camera?.phase === 'done');
    await Promise.resolve();
    expect(check.state.rows.camera?.verdict?.result).toBe('passed');
  });

  it('calls a row that breaks a warning, not an end', async () => {
    const check = setUp({
      upload: async () => {
        throw new Error('no line');
      },
    });
    check.start(false);
    await finished(check);
    expect(check.state.rows.upload?.verdict).toMatchObject({ result: 'warning', problem: 'no_answer' });
  });

  it('takes only the quick rows after a re-entry', () => {
    const check = setUp();
    check.start(true);
    expect(check.state.order).not.toContain('download');
    expect(check.state.order).toContain('phone');
  });

  it('[ANS-4] is quick after a re-entry, and takes its time when a row is tried again', async () => {
    const asked: boolean[] = [];
    const check = setUp({
      microphone: async (_, quick) => {
        asked.push(quick);
        return passed(-20);
      },
    });
    check.start(true);
    await finished(check);
    check.rerun('microphone');
    await finished(check);
    expect(asked).toEqual([true, false]);
  });
});
