import { describe, expect, it } from 'vitest';
import type { DeviceReport } from '../../../shared/contract/shell.ts';
import { cameraVerdict } from './camera-check.ts';
import { displaysVerdict, powerVerdict, programsVerdict } from './computer-check.ts';
import { microphoneVerdict } from './microphone-check.ts';
import { phoneVerdict } from './phone-check.ts';
import { speakerVerdict, toneCount } from './speaker-check.ts';
import { downloadVerdict, uploadVerdict } from './speed-check.ts';
import { transferRate } from './transfer-rate.ts';
import { reportRow } from './verdict.ts';

const report: DeviceReport = { displays: 1, onBattery: false, prohibited: [], remoteSession: false };
const program = (policy: 'end' | 'ask' | 'note') => ({
  ...{ id: 'qq', image: 'QQ.exe', name: { zh: '腾讯QQ', en: 'QQ' }, publisher: '腾讯', policy, closable: true },
  ...{ kind: 'messaging' as const, quit: 'tray' as const, by: 'image' as const },
});

describe('the verdict of each row', () => {
  it.each([
    ['refused', null, 'failed', 'refused'],
    ['missing', null, 'failed', 'missing'],
    ['live', 0, 'failed', 'frozen'],
    ['live', 5, 'warning', 'slow_camera'],
    ['live', 14, 'passed', null],
  ] as const)('camera %s with %s pictures a second: %s', (camera, fps, result, problem) => {
    expect(cameraVerdict(camera, fps)).toMatchObject({ result, problem });
  });

  it.each([
    ['a voice over a quiet room', [-70, -68, -65, -30, -28, -31], 'passed', null],
    ['a room where nobody speaks', [-62, -61, -60, -62, -61, -60], 'warning', 'quiet'],
    ['a constant loud hum, which is no voice', [-30, -30, -31, -30, -30, -30], 'warning', 'quiet'],
    ['a microphone switched off', [-100, -100, -100, -100], 'failed', 'silent'],
  ] as const)('hears %s', (_, levels, result, problem) => {
    expect(microphoneVerdict('live', levels)).toMatchObject({ result, problem });
  });

  it('believes the candidate about the tones only when the count is right', () => {
    expect(speakerVerdict(3, 3).result).toBe('passed');
    expect(speakerVerdict(3, 2)).toMatchObject({ result: 'warning', problem: 'not_heard' });
    expect([0, 0.5, 0.999].map((value) => toneCount(() => value))).toEqual([2, 3, 4]);
  });

  it('asks of the line what annex 4 asks: 20 Mbit/s down, 2 MB/s up; less warns and never blocks', () => {
    expect([downloadVerdict(20).result, downloadVerdict(19.9).result]).toEqual(['passed', 'warning']);
    expect([uploadVerdict(2).result, uploadVerdict(1.9).result]).toEqual(['passed', 'warning']);
  });

  it('reports power, displays, remote sessions and programs as the shell found them', () => {
    expect(powerVerdict({ ...report, onBattery: true }).problem).toBe('on_battery');
    expect(displaysVerdict({ ...report, displays: 2 })).toMatchObject({ problem: 'several_displays', value: 2 });
    expect(displaysVerdict({ ...report, remoteSession: true }).problem).toBe('remote_session');
    expect(programsVerdict({ ...report, prohibited: [program('ask')] }).result).toBe('warning');
    expect(programsVerdict({ ...report, prohibited: [program('note')] }).problem).toBe('note_running');
    const verdict = programsVerdict({ ...report, prohibited: [program('ask'), program('end')] });
    expect(verdict).toMatchObject({ result: 'failed', value: 2 });
    expect(reportRow('programs', verdict).note).toBe('prohibited: 腾讯QQ、腾讯QQ');
  });

  it('has no verdict about a phone that was never there', () => {
    expect(phoneVerdict('none', null)).toBeNull();
    expect(phoneVerdict('live', null)?.result).toBe('passed');
    expect(phoneVerdict('lost', 'moved')?.problem).toBe('interrupted');
    // It advises: nobody is held back by it (LOCK-3).
    expect(phoneVerdict('live', 'too_dark')).toMatchObject({ result: 'warning', problem: 'rear_picture' });
  });
});

describe('the measured rate', () => {
  it('is that of the line, without the cost of opening it', async () => {
    let now = 0;
    let first = true;
    const moved: number[] = [];
    const rate = await transferRate({
      move: async (bytes) => {
        now += (bytes / 5_000_000) * 1000 + (first ? 2_000 : 0);
        first = false;
        moved.push(bytes);
      },
      elapsed: () => now,
      forMs: 3_000,
      tell: () => undefined,
    });
    expect(rate / 5_000_000).toBeCloseTo(1, 5);
    expect(Math.max(...moved)).toBeLessThanOrEqual(16 * 1024 * 1024);
  });
});
