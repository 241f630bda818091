import { contentProtectionMeasure } from './content-protection.ts';
import { closingMeasures, coveringMeasures, watchingMeasures } from './everywhere.ts';
import type { Measures } from './parts.ts';
import { screenshots, switches } from './shortcut.ts';

/** Alt+Tab, the bare Windows key and Win+L belong to the system: only a low-level hook gets at the first two. */
const SHORTCUTS = [
  ...switches('Alt+Tab', 'Alt+Shift+Tab', 'Alt+Esc', 'Alt+F4', 'Alt+Space', 'Ctrl+Esc', 'Ctrl+Shift+Esc'),
  ...switches('Super+D', 'Super+E', 'Super+M', 'Super+R', 'Super+S', 'Super+Tab', 'Super+X', 'Super+V', 'Super+G'),
  ...switches('Super+Ctrl+D', 'Super+Ctrl+Left', 'Super+Ctrl+Right', 'Super+P', 'Super+K', 'Super+H'),
  ...screenshots('PrintScreen', 'Alt+PrintScreen', 'Super+PrintScreen', 'Super+Shift+S', 'Super+Alt+R'),
];

export const windowsMeasures: Measures = (parts) => [
  ...closingMeasures(parts),
  contentProtectionMeasure(parts.window),
  ...coveringMeasures(parts, 'win32'),
  ...watchingMeasures(parts, 'win32', SHORTCUTS),
];
