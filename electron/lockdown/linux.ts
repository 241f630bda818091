import { closingMeasures, coveringMeasures, watchingMeasures } from './everywhere.ts';
import type { Measures } from './parts.ts';
import { screenshots, switches } from './shortcut.ts';

/** What a window manager holds already cannot be grabbed a second time under X11, and nothing at all under Wayland. */
const SHORTCUTS = [
  ...switches('Alt+Tab', 'Alt+Shift+Tab', 'Alt+Esc', 'Alt+F1', 'Alt+F2', 'Alt+F4', 'Alt+Space', 'Ctrl+Esc'),
  ...switches('Super+D', 'Super+E', 'Super+R', 'Super+Tab', 'Super+Space', 'Super+L', 'Ctrl+Alt+T', 'Ctrl+Alt+Delete'),
  ...switches('Ctrl+Alt+Left', 'Ctrl+Alt+Right', 'Ctrl+Alt+Up', 'Ctrl+Alt+Down'),
  ...screenshots('PrintScreen', 'Alt+PrintScreen', 'Shift+PrintScreen', 'Ctrl+PrintScreen'),
];

export const linuxMeasures: Measures = (parts) => [
  ...closingMeasures(parts),
  ...coveringMeasures(parts, 'linux'),
  ...watchingMeasures(parts, 'linux', SHORTCUTS),
];
