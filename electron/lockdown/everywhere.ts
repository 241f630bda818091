import type { Step } from '../startup/step.ts';
import { clipboardMeasure } from './clipboard.ts';
import { closeGuardMeasure } from './close-guard.ts';
import { displayWatchMeasure } from './display-watch.ts';
import { focusWatchMeasure } from './focus-watch.ts';
import { globalShortcutsMeasure } from './global-shortcuts.ts';
import { keyFilterMeasure } from './key-filter.ts';
import { kioskMeasure } from './kiosk.ts';
import { onTopMeasure } from './on-top.ts';
import type { LockdownParts } from './parts.ts';
import { powerSaveMeasure } from './power-save.ts';
import { BROWSER_SHORTCUTS, type Shortcut } from './shortcut.ts';

/** Measures every system takes before its window fills the screen. */
export function closingMeasures({ window, powerSaveBlocker, clipboard, report }: LockdownParts): Step[] {
  return [closeGuardMeasure(window, report), clipboardMeasure(window, clipboard), powerSaveMeasure(powerSaveBlocker)];
}

/** Full screen, in front. */
export function coveringMeasures({ window }: LockdownParts, platform: NodeJS.Platform): Step[] {
  return [kioskMeasure(window), onTopMeasure(window, platform === 'darwin')];
}

/** Keys and watches. Watches come last: taking the other measures moves the focus about. */
export function watchingMeasures(
  { window, globalShortcut, screen, eyes, ownDialogOpen, clock, report }: LockdownParts,
  platform: NodeJS.Platform,
  shortcuts: readonly Shortcut[],
): Step[] {
  return [
    globalShortcutsMeasure(globalShortcut, [...shortcuts, ...BROWSER_SHORTCUTS], clock, report),
    keyFilterMeasure(window, platform, clock, report),
    focusWatchMeasure({ window, eyes, ownDialogOpen, clock, report }),
    displayWatchMeasure(screen, report),
  ];
}
