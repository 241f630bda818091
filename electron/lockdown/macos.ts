import { processesOf, runningImages } from '../device/processes/processes-of.ts';
import { closingMeasures, coveringMeasures, watchingMeasures } from './everywhere.ts';
import { assistantsMeasure } from './macos/assistants.ts';
import { environmentMeasure } from './macos/environment.ts';
import { setting } from './macos/environment-facts.ts';
import { keptFromCapturesMeasure } from './macos/kept-from-captures.ts';
import { kioskOptionsMeasure } from './macos/kiosk-options.ts';
import { macEyes } from './macos/mac-eyes.ts';
import { createMacStateReader, startMacScript } from './macos/mac-state-reader.ts';
import { sessionWatchMeasure } from './macos/session-watch.ts';
import { spacesMeasure } from './macos/spaces.ts';
import type { Measures } from './parts.ts';
import { screenshots, switches } from './shortcut.ts';

/** Kiosk already disables process switching; Mission Control and Spaces keys belong to the system. */
const SHORTCUTS = [
  ...switches('Command+Q', 'Command+Tab', 'Command+Shift+Tab', 'Command+H', 'Command+Alt+H', 'Command+M'),
  ...switches('Command+Space', 'Command+Alt+Escape', 'Command+Alt+D', 'Control+Up', 'Control+Down', 'Command+Shift+Q'),
  ...screenshots('Command+Shift+3', 'Command+Shift+4', 'Command+Shift+5', 'Command+Control+Shift+3'),
];

export const macosMeasures: Measures = (parts) => {
  const { window, screen, powerMonitor, clock, report } = parts;
  const reader = createMacStateReader(startMacScript, clock);
  // `window:` and the number that the window server knows it by.
  const examWindow = () => Number(window.getMediaSourceId().split(':')[1]);
  const processes = processesOf('darwin', process.env);
  const macosMajor = Number.parseInt(process.getSystemVersion(), 10);
  return [
    ...closingMeasures(parts),
    reader.measure,
    ...coveringMeasures(parts, 'darwin'),
    kioskOptionsMeasure(reader, process.pid),
    keptFromCapturesMeasure({ window, examWindow, reader, macosMajor }),
    ...watchingMeasures({ ...parts, eyes: macEyes(reader, examWindow, process.pid) }, 'darwin', SHORTCUTS),
    spacesMeasure({ ...parts, examWindow, reader }),
    sessionWatchMeasure(powerMonitor, clock, report),
    environmentMeasure({ screen, reader, runningImages: () => runningImages(processes), report }),
    assistantsMeasure(setting),
  ];
};
