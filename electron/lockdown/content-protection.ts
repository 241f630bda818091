import type { BrowserWindow } from 'electron';
import type { Step } from '../startup/step.ts';

/**
 * Asks the system to leave the window out of screenshots and recordings. A hindrance, not a guarantee: macOS 15
 * ignores it for some recorders and Windows 7 paints the window black instead. Linux has nothing of the kind.
 */
export function contentProtectionMeasure(window: BrowserWindow): Step {
  return {
    name: 'content_protection',
    async perform() {
      window.setContentProtection(true);
      return undefined;
    },
    async revert() {
      if (!window.isDestroyed()) window.setContentProtection(false);
    },
  };
}
