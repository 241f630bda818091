import type { BrowserWindow, Clipboard } from 'electron';
import type { Step } from '../startup/step.ts';

/**
 * Nothing is carried in or out: the clipboard is emptied at the start, at the end, and whenever the focus leaves.
 * Undoing at the next start empties it too, since a crash may have left part of the paper there.
 */
export function clipboardMeasure(window: BrowserWindow, clipboard: Clipboard): Step {
  const empty = () => {
    clipboard.clear();
    // X11 has a second one, filled by merely selecting.
    if (process.platform === 'linux') clipboard.clear('selection');
  };
  return {
    name: 'clipboard',
    async perform() {
      empty();
      window.on('blur', empty);
      return undefined;
    },
    async revert() {
      if (!window.isDestroyed()) window.removeListener('blur', empty);
      empty();
    },
  };
}
