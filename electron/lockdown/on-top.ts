import type { BrowserWindow } from 'electron';
import type { Step } from '../startup/step.ts';

/** Above every ordinary window and, on macOS, on every space, so that there is no desk beside the exam. */
export function onTopMeasure(window: BrowserWindow, everySpace: boolean): Step {
  return {
    name: 'on_top',
    async perform() {
      window.setAlwaysOnTop(true, 'screen-saver');
      if (everySpace) window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true });
      window.moveTop();
      window.focus();
      if (!window.isAlwaysOnTop()) throw new Error('the window is not on top');
      return undefined;
    },
    probe: () => window.isAlwaysOnTop() && window.isVisible() && !window.isMinimized(),
    async revert() {
      if (window.isDestroyed()) return;
      window.setAlwaysOnTop(false);
      if (everySpace) window.setVisibleOnAllWorkspaces(false);
    },
  };
}
