import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Finding } from '../../shared/contract/shell.ts';
import { focusWatchMeasure } from './focus-watch.ts';
import type { ForeignWindow, WindowEyes } from './foreign-window.ts';

const THIEF: ForeignWindow = {
  ...{ id: 5, owner: 'QQ.exe', windowClass: 'TXGuiFoundation', title: 'QQ' },
  ...{ x: 0, y: 0, width: 400, height: 300 },
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('[LOCK-2] a system that says unasked when another window comes to the front', () => {
  it('is listened to: who had the keyboard for a tenth of a second is told with the owner', async () => {
    let focused = true;
    let now = 0;
    let frontChanged: () => void = () => undefined;
    const eyes: WindowEyes = {
      async open(changed) {
        frontChanged = changed;
      },
      look: async () => ({ focused: focused ? null : THIEF, covering: [] }),
      close: () => undefined,
    };
    const window = Object.assign(new EventEmitter(), {
      isFocused: () => focused,
      isDestroyed: () => false,
      moveTop: () => undefined,
      focus: () => undefined,
    }) as unknown as BrowserWindow;
    const findings: Finding[] = [];
    const report = (finding: Finding) => void findings.push(finding);
    const measure = focusWatchMeasure({
      ...{ window, eyes, report, ownDialogOpen: () => false, clock: { elapsed: () => now } },
    });
    await measure.perform();
    const change = async (to: boolean, at: number) => {
      [focused, now] = [to, at];
      frontChanged();
      await vi.advanceTimersByTimeAsync(0);
    };
    // Between two of its own looks, which are 250 ms apart, and without an event of the window.
    await change(false, 20);
    await change(true, 120);
    await measure.revert();
    expect(findings).toMatchObject([{ kind: 'popup', durationMs: 100, detail: { owner: 'QQ.exe', ongoing: false } }]);
  });
});
