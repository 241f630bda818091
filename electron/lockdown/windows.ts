import { join } from 'node:path';
import { processesOf, runningImages } from '../device/processes/processes-of.ts';
import { unpackedFolder } from '../startup/unpacked-folder.ts';
import { closingMeasures, coveringMeasures, watchingMeasures } from './everywhere.ts';
import type { Measures } from './parts.ts';
import { screenshots, switches } from './shortcut.ts';
import { accessibilityKeysMeasure } from './windows/accessibility-keys.ts';
import { displayAffinityMeasure } from './windows/display-affinity.ts';
import { environmentMeasure } from './windows/environment.ts';
import { keyboardMeasure } from './windows/keyboard.ts';
import { taskbarMeasure } from './windows/taskbar.ts';
import { windowsEyes } from './windows/window-eyes.ts';

/** The second line behind the keyboard hook; Alt+Tab and the bare Windows key cannot be taken this way. */
const SHORTCUTS = [
  ...switches('Alt+Tab', 'Alt+Shift+Tab', 'Alt+Esc', 'Alt+F4', 'Alt+Space', 'Ctrl+Esc', 'Ctrl+Shift+Esc'),
  ...switches('Super+D', 'Super+E', 'Super+M', 'Super+R', 'Super+S', 'Super+Tab', 'Super+X', 'Super+V', 'Super+G'),
  ...switches('Super+Ctrl+D', 'Super+Ctrl+Left', 'Super+Ctrl+Right', 'Super+P', 'Super+K', 'Super+H'),
  ...screenshots('PrintScreen', 'Alt+PrintScreen', 'Super+PrintScreen', 'Super+Shift+S', 'Super+Alt+R'),
];

/** The threads are bundled beside the main process. */
const threadFile = (name: string) => join(unpackedFolder(__dirname), `${name}.cjs`);

export const windowsMeasures: Measures = (parts) => {
  // A handle has 32 bits also where a pointer has 64.
  const examWindow = () => parts.window.getNativeWindowHandle().readUInt32LE(0);
  const processes = processesOf('win32', process.env);
  const eyes = windowsEyes({ examWindow, ownPid: process.pid, runningImages: () => runningImages(processes) });
  return [
    ...closingMeasures(parts),
    displayAffinityMeasure(examWindow),
    accessibilityKeysMeasure(parts.restoreFolder),
    taskbarMeasure(parts.restoreFolder),
    ...coveringMeasures(parts, 'win32'),
    keyboardMeasure({ ...parts, threadFile: threadFile('key-hook-thread'), frontChanged: eyes.frontChanged }),
    ...watchingMeasures({ ...parts, eyes }, 'win32', SHORTCUTS),
    environmentMeasure(parts.report),
  ];
};
