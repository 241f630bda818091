import { join } from 'node:path';
import { contentProtectionMeasure } from './content-protection.ts';
import { closingMeasures, coveringMeasures, watchingMeasures } from './everywhere.ts';
import type { Measures } from './parts.ts';
import { screenshots, switches } from './shortcut.ts';
import { keyboardMeasure } from './windows/keyboard.ts';

/** The second line behind the keyboard hook; Alt+Tab and the bare Windows key cannot be taken this way. */
const SHORTCUTS = [
  ...switches('Alt+Tab', 'Alt+Shift+Tab', 'Alt+Esc', 'Alt+F4', 'Alt+Space', 'Ctrl+Esc', 'Ctrl+Shift+Esc'),
  ...switches('Super+D', 'Super+E', 'Super+M', 'Super+R', 'Super+S', 'Super+Tab', 'Super+X', 'Super+V', 'Super+G'),
  ...switches('Super+Ctrl+D', 'Super+Ctrl+Left', 'Super+Ctrl+Right', 'Super+P', 'Super+K', 'Super+H'),
  ...screenshots('PrintScreen', 'Alt+PrintScreen', 'Super+PrintScreen', 'Super+Shift+S', 'Super+Alt+R'),
];

/** The threads are bundled beside the main process. */
const threadFile = (name: string) => join(__dirname, `${name}.cjs`);

export const windowsMeasures: Measures = (parts) => [
  ...closingMeasures(parts),
  contentProtectionMeasure(parts.window),
  ...coveringMeasures(parts, 'win32'),
  keyboardMeasure(threadFile('key-hook-thread'), parts.clock, parts.report),
  ...watchingMeasures(parts, 'win32', SHORTCUTS),
];
