import { EventEmitter } from 'node:events';
import type { BrowserWindow, PowerMonitor } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Finding } from '../../../shared/contract/shell.ts';
import { assistantsMeasure } from './assistants.ts';
import { keptFromCapturesMeasure } from './kept-from-captures.ts';
import { kioskOptionsMeasure } from './kiosk-options.ts';
import type { MacState, MacWindow } from './mac-state.ts';
import type { MacStateReader } from './mac-state-reader.ts';
import { sessionWatchMeasure } from './session-watch.ts';

const OWN_PID = 100;
const EXAM = 10;
const KIOSK = 0b1_1111_1010;

function macShowing(state: Partial<MacState>): MacStateReader {
  const shown: MacState = { windows: [], front: null, options: null, watched: null, mirrored: null, ...state };
  const measure = { name: 'mac_state', perform: async () => undefined, revert: async () => undefined };
  return { look: async () => shown, recent: () => shown, measure };
}

/** Longer than anything here waits. */
const A_MINUTE_MS = 60_000;

/** Once as much time has passed as it can wait for; whatever else repeats itself for ever is no part of it. */
async function inTheEnd<Result>(waiting: Promise<Result>): Promise<Result> {
  waiting.catch(() => undefined);
  await vi.advanceTimersByTimeAsync(A_MINUTE_MS);
  return await waiting;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('[LOCK-3] what macOS does not grant is said', () => {
  const front = { pid: OWN_PID, name: 'Yunkao' };

  it('options of the kiosk that are missing are named, and the probe sees them lifted', async () => {
    const open = kioskOptionsMeasure(macShowing({ front, options: KIOSK & ~(1 << 6) }), OWN_PID);
    expect(await open.probe?.()).toBe(false);
    await expect(inTheEnd(open.perform())).rejects.toThrow('macOS leaves open: force quit');
    const held = kioskOptionsMeasure(macShowing({ front, options: KIOSK }), OWN_PID);
    expect(await held.perform()).toBeUndefined();
    expect(await held.probe?.()).toBe(true);
  });

  it('nothing is said of the options while another program is in front', async () => {
    const measure = kioskOptionsMeasure(macShowing({ front: { pid: 7, name: 'Finder' }, options: 0 }), OWN_PID);
    expect(await measure.probe?.()).toBe(true);
  });

  it('a window that stays in captures is no protection, whatever was set', async () => {
    const set: boolean[] = [];
    const window = {
      setContentProtection: (on: boolean) => void set.push(on),
      isDestroyed: () => false,
    } as unknown as BrowserWindow;
    const shared = (sharing: number, macosMajor: number) => {
      const exam = { id: EXAM, sharing } as MacWindow;
      return keptFromCapturesMeasure({
        window,
        examWindow: () => EXAM,
        reader: macShowing({ windows: [exam] }),
        macosMajor,
      });
    };
    await expect(inTheEnd(shared(1, 10).perform())).rejects.toThrow('does not keep');
    expect(await shared(0, 10).perform()).toBe('left out of captures');
    expect(await shared(0, 15).perform()).toContain('except of recorders of macOS 15');
    await shared(0, 10).revert();
    expect(set).toEqual([true, true, true, false]);
  });

  it('Siri and dictation that are turned on are in the report, and stay as they are', async () => {
    const read = async (_domain: string, key: string) => (key === 'Assistant Enabled' ? '1' : '');
    expect(await assistantsMeasure(read).perform()).toBe('turned on: Siri');
    expect(await assistantsMeasure(async () => '0').perform()).toBeUndefined();
  });
});

describe('[LOCK-2] a locked screen and another user', () => {
  it('are told when they begin and, with their length, when they end; not after the lock', async () => {
    const powerMonitor = new EventEmitter();
    const findings: Finding[] = [];
    let now = 0;
    const clock = { elapsed: () => now };
    const measure = sessionWatchMeasure(powerMonitor as PowerMonitor, clock, (finding) => void findings.push(finding));
    await measure.perform();
    powerMonitor.emit('lock-screen');
    now = 7000;
    powerMonitor.emit('unlock-screen');
    powerMonitor.emit('user-did-resign-active');
    await measure.revert();
    powerMonitor.emit('user-did-become-active');
    expect(findings).toEqual([
      { kind: 'app_switch', durationMs: 0, detail: { session: 'locked', ongoing: true } },
      { kind: 'app_switch', durationMs: 7000, detail: { session: 'locked', ongoing: false, again: true } },
      { kind: 'app_switch', durationMs: 0, detail: { session: 'other_user', ongoing: true } },
    ]);
  });
});
