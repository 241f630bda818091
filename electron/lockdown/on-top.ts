import type { BrowserWindow } from 'electron';
import type { Step } from '../startup/step.ts';

/** Above every ordinary window and, where there are several spaces, on each, so that there is no desk beside the exam. */
export function onTopMeasure(window: BrowserWindow, everySpace: boolean): Step {
  /** Seen on every space once: a system that has none never says so. */
  let everywhere = false;
  return {
    name: 'on_top',
    async perform() {
      if (window.isMinimized()) window.restore();
      if (!window.isVisible()) window.show();
      window.setAlwaysOnTop(true, 'screen-saver');
      if (everySpace) window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true });
      window.moveTop();
      window.focus();
      if (!window.isAlwaysOnTop()) throw new Error('the window is not on top');
      return undefined;
    },
    probe() {
      const spread = everySpace && window.isVisibleOnAllWorkspaces();
      everywhere ||= spread;
      return window.isAlwaysOnTop() && window.isVisible() && !window.isMinimized() && spread === everywhere;
    },
    async revert() {
      if (window.isDestroyed()) return;
      window.setAlwaysOnTop(false);
      if (everySpace) window.setVisibleOnAllWorkspaces(false);
    },
  };
}
