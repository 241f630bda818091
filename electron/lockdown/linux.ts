import { closingMeasures, coveringMeasures, watchingMeasures } from './everywhere.ts';
import type { Measures } from './parts.ts';
import { screenshots, switches } from './shortcut.ts';
import { keyboardGrabMeasure } from './x11/keyboard-grab.ts';
import { selectedTextMeasure } from './x11/selected-text.ts';
import { windowPlaceMeasure } from './x11/window-place.ts';
import { xWindowEyes } from './x11/x-window-eyes.ts';

/** What has no Alt or Super in it: those are the keyboard grab's. Under Wayland neither can be taken. */
const SHORTCUTS = [
  ...switches('Ctrl+Esc', 'Ctrl+Shift+Esc'),
  ...screenshots('PrintScreen', 'Shift+PrintScreen', 'Ctrl+PrintScreen'),
];

export const linuxMeasures: Measures = (parts) => {
  const display = process.env.DISPLAY;
  const examWindow = () => parts.window.getNativeWindowHandle().readUInt32LE(0);
  const eyes = xWindowEyes({ display, examWindow, ownPid: process.pid });
  return [
    ...closingMeasures(parts),
    ...coveringMeasures(parts, 'linux'),
    windowPlaceMeasure({ display, examWindow }),
    selectedTextMeasure({ display, examWindow }),
    keyboardGrabMeasure({ ...parts, display }),
    ...watchingMeasures({ ...parts, eyes }, 'linux', SHORTCUTS),
  ];
};
