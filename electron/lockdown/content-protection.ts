import type { BrowserWindow } from 'electron';
import type { Step } from '../startup/step.ts';

/**
 * Asks the system to leave the window out of screenshots and recordings. A hindrance, not a guarantee: macOS honours
 * it unreliably, older Windows shows a black window instead, and Linux has nothing of the kind.
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
