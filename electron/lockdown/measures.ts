import { linuxMeasures } from './linux.ts';
import { macosMeasures } from './macos.ts';
import type { Measures } from './parts.ts';
import { windowsMeasures } from './windows.ts';

/** The measures of the system we run on. */
export function measuresFor(platform: NodeJS.Platform): Measures {
  if (platform === 'win32') return windowsMeasures;
  return platform === 'darwin' ? macosMeasures : linuxMeasures;
}
