import type {
  BrowserWindow,
  Clipboard,
  GlobalShortcut,
  PowerMonitor,
  PowerSaveBlocker,
  Screen,
  SystemPreferences,
} from 'electron';
import type { MonotonicClock } from '../../shared/support/clock.ts';
import type { Step } from '../startup/step.ts';
import type { ReportFinding } from './finding.ts';
import type { WindowEyes } from './foreign-window.ts';

/** What measures act on. */
export interface LockdownParts {
  window: BrowserWindow;
  globalShortcut: GlobalShortcut;
  powerSaveBlocker: PowerSaveBlocker;
  powerMonitor: PowerMonitor;
  systemPreferences: SystemPreferences;
  clipboard: Clipboard;
  screen: Screen;
  /** A dialog of our own is open: it has the focus because the candidate asked for it. */
  ownDialogOpen(): boolean;
  /** How this system is asked whose windows are where; left out where nobody can tell. */
  eyes?: WindowEyes | undefined;
  /** Where a measure writes down how something was before it changed it. */
  restoreFolder: string;
  clock: MonotonicClock;
  report: ReportFinding;
}

/** One system's measures, in the order in which they are taken. */
export type Measures = (parts: LockdownParts) => Step[];
