import { contentProtectionMeasure } from './content-protection.ts';
import { closingMeasures, coveringMeasures, watchingMeasures } from './everywhere.ts';
import type { Measures } from './parts.ts';
import { screenshots, switches } from './shortcut.ts';

/** Kiosk already disables process switching; Mission Control and Spaces keys belong to the system. */
const SHORTCUTS = [
  ...switches('Command+Q', 'Command+Tab', 'Command+Shift+Tab', 'Command+H', 'Command+Alt+H', 'Command+M'),
  ...switches('Command+Space', 'Command+Alt+Escape', 'Command+Alt+D', 'Control+Up', 'Control+Down', 'Command+Shift+Q'),
  ...screenshots('Command+Shift+3', 'Command+Shift+4', 'Command+Shift+5', 'Command+Control+Shift+3'),
];

export const macosMeasures: Measures = (parts) => [
  ...closingMeasures(parts),
  contentProtectionMeasure(parts.window),
  ...coveringMeasures(parts, 'darwin'),
  ...watchingMeasures(parts, 'darwin', SHORTCUTS),
];
