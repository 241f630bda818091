import { accessibilityKeysMeasure } from '../../../electron/lockdown/windows/accessibility-keys.ts';
import { taskbarMeasure } from '../../../electron/lockdown/windows/taskbar.ts';
import type { Step } from '../../../electron/startup/step.ts';

/** Those whose effect stays when the process dies: what LOCK-1 is about. */
export const lastingMeasures = (folder: string): Step[] => [accessibilityKeysMeasure(folder), taskbarMeasure(folder)];
