import type { BrowserWindow } from 'electron';
import type { Step } from '../startup/step.ts';

/** A window manager answers within a few frames; one that does not answer is not going to. */
const PATIENCE_MS = 3000;

function nextEvent(window: BrowserWindow, name: 'enter-full-screen' | 'leave-full-screen'): Promise<boolean> {
  return new Promise((resolve) => {
    const heard = () => {
      clearTimeout(timer);
      resolve(true);
    };
    const timer = setTimeout(() => {
      window.removeListener(name as 'enter-full-screen', heard);
      resolve(false);
    }, PATIENCE_MS);
    window.once(name as 'enter-full-screen', heard);
  });
}

/** Full screen without a frame, bar or dock. On macOS kiosk also takes Cmd+Tab, Force Quit and the Apple menu away. */
export function kioskMeasure(window: BrowserWindow): Step {
  return {
    name: 'kiosk',
    async perform() {
      if (window.isKiosk() && window.isFullScreen()) return undefined;
      const entered = nextEvent(window, 'enter-full-screen');
      window.setKiosk(true);
      if (!(await entered) && !window.isFullScreen()) throw new Error('the window manager did not give full screen');
      const { width, height } = window.getBounds();
      return `${width}x${height}`;
    },
    probe: () => window.isKiosk() && window.isFullScreen(),
    async revert() {
      if (window.isDestroyed() || !(window.isKiosk() || window.isFullScreen())) return;
      const left = nextEvent(window, 'leave-full-screen');
      window.setKiosk(false);
      if (!(await left) && window.isFullScreen()) throw new Error('the window manager kept full screen');
    },
  };
}
