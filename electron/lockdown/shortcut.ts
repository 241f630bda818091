import type { Finding } from '../../shared/contract/shell.ts';

/** A key combination in Electron's spelling, and what pressing it is reported as; null for merely blocked. */
export interface Shortcut {
  accelerator: string;
  reportedAs: Extract<Finding['kind'], 'app_switch' | 'screenshot'> | null;
}

export const switches = (...accelerators: string[]): Shortcut[] =>
  accelerators.map((accelerator) => ({ accelerator, reportedAs: 'app_switch' }));

export const screenshots = (...accelerators: string[]): Shortcut[] =>
  accelerators.map((accelerator) => ({ accelerator, reportedAs: 'screenshot' }));

const harmless = (...accelerators: string[]): Shortcut[] =>
  accelerators.map((accelerator) => ({ accelerator, reportedAs: null }));

/** Those of a browser, on every system. */
export const BROWSER_SHORTCUTS: Shortcut[] = harmless(
  'F5',
  'F11',
  'F12',
  'CommandOrControl+R',
  'CommandOrControl+Shift+R',
  'CommandOrControl+W',
  'CommandOrControl+P',
  'CommandOrControl+Shift+I',
);
