import type { BrowserWindow } from 'electron';
import { pumpMessages } from '../../../electron/lockdown/windows/message-loop.ts';
import type { Win32 } from '../../../electron/lockdown/windows/win32.ts';
import { bringToFront, openPlainWindow } from './plain-window.ts';

const PUMP_EVERY_MS = 10;

/** What the focus watch asks of Electron's window, answered by a real window of this process: Electron is not here. */
type Watched = Pick<BrowserWindow, 'isFocused' | 'isDestroyed' | 'moveTop' | 'focus' | 'on' | 'removeListener'>;

export interface ExamWindow {
  readonly handle: number;
  readonly watched: BrowserWindow;
  /** Whether it takes the keyboard back when it is told to. */
  takesBack: boolean;
  close(): void;
}

export function openExamWindow(win32: Win32): ExamWindow {
  const handle = openPlainWindow('exam', ['topmost'], [0, 0, 1280, 800]);
  const pump = setInterval(() => pumpMessages(win32, 0), PUMP_EVERY_MS);
  const watched: Watched = {
    isFocused: () => win32.GetForegroundWindow() === handle,
    isDestroyed: () => false,
    moveTop: () => undefined,
    focus: () => {
      if (exam.takesBack) bringToFront(handle);
    },
    // Events are left out: the watch looks as well.
    on: () => watched as BrowserWindow,
    removeListener: () => watched as BrowserWindow,
  };
  const exam: ExamWindow = {
    handle,
    watched: watched as BrowserWindow,
    takesBack: false,
    close: () => clearInterval(pump),
  };
  return exam;
}
