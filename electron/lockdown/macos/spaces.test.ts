import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Finding } from '../../../shared/contract/shell.ts';
import type { MacState, MacWindow } from './mac-state.ts';
import type { MacStateReader } from './mac-state-reader.ts';
import { spacesMeasure } from './spaces.ts';

const EXAM = 10;
const window = (more: Partial<MacWindow>): MacWindow => ({
  ...{ id: 1, pid: 200, owner: 'Dock', title: '', path: '', layer: 0, alpha: 1, sharing: 1 },
  ...{ x: 0, y: 0, width: 1440, height: 900 },
  ...more,
});
const exam = window({ id: EXAM, pid: 100, owner: 'Yunkao', layer: 1000 });

/** The exam on a Mac whose windows are what `show` said last. */
function openExam() {
  let windows: MacWindow[] = [exam];
  let focused = true;
  let shown = 0;
  let now = 0;
  let spaceChanged: () => void = () => undefined;
  const findings: Finding[] = [];
  const look = async (): Promise<MacState> => ({
    ...{ windows, front: null, options: null, watched: null, mirrored: null },
  });
  const measure = spacesMeasure({
    window: {
      isFocused: () => focused,
      isDestroyed: () => false,
      show: () => {
        shown += 1;
      },
    } as unknown as BrowserWindow,
    examWindow: () => EXAM,
    reader: { look } as MacStateReader,
    systemPreferences: {
      subscribeWorkspaceNotification: (_name, heard) => {
        spaceChanged = () => heard('', {}, '');
        return 7;
      },
      unsubscribeWorkspaceNotification: () => {
        spaceChanged = () => undefined;
      },
    },
    clock: { elapsed: () => now },
    report: (finding) => void findings.push(finding),
  });
  return {
    ...{ measure, findings },
    shown: () => shown,
    /** These windows for so long. */
    async show(next: MacWindow[], forMs: number, withKeyboard = true): Promise<void> {
      [windows, focused] = [next, withKeyboard];
      spaceChanged();
      for (let passed = 0; passed < forMs; passed += 100) {
        await vi.advanceTimersByTimeAsync(100);
        now += 100;
      }
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('[LOCK-2] what takes the exam off the screen of a Mac and leaves it the keyboard', () => {
  it('another space is an absence with its place and length, and the exam is brought back', async () => {
    const { measure, findings, show, shown } = openExam();
    await measure.perform();
    await show([window({ owner: 'WeChat' })], 2000);
    await show([exam], 1000);
    await measure.revert();
    expect(shown()).toBeGreaterThan(0);
    expect(findings.map(({ kind, detail }) => `${kind} ${detail.place} ${detail.ongoing}`)).toEqual([
      'popup other_space true',
      'app_switch other_space true',
      'app_switch other_space false',
    ]);
    expect(findings.at(-1)?.durationMs).toBeGreaterThanOrEqual(2000);
  });

  it('Mission Control is told by its name', async () => {
    const { measure, findings, show } = openExam();
    await measure.perform();
    await show([window({ id: 2, layer: 20 }), window({ id: 3, layer: 18 }), exam], 1000);
    await measure.revert();
    expect(findings).toMatchObject([{ kind: 'popup', detail: { place: 'mission_control', ongoing: true } }]);
  });

  it('nothing is told of what the window watch sees, nor after the lock', async () => {
    const { measure, findings, show } = openExam();
    await measure.perform();
    await show([], 2000, false);
    await show([exam], 500);
    await measure.revert();
    await show([], 2000);
    expect(findings).toEqual([]);
  });
});
