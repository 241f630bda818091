import type { BrowserWindow, Clipboard, GlobalShortcut, PowerSaveBlocker, Screen } from 'electron';
import type { MonotonicClock } from '../../shared/support/clock.ts';
import type { Step } from '../startup/step.ts';
import type { ReportFinding } from './finding.ts';

/** What measures act on. */
export interface LockdownParts {
  window: BrowserWindow;
  globalShortcut: GlobalShortcut;
  powerSaveBlocker: PowerSaveBlocker;
  clipboard: Clipboard;
  screen: Screen;
  /** A dialog of our own is open: it has the focus because the candidate asked for it. */
  ownDialogOpen(): boolean;
  clock: MonotonicClock;
  report: ReportFinding;
}

/** One system's measures, in the order in which they are taken. */
export type Measures = (parts: LockdownParts) => Step[];
