import type { Step } from '../../startup/step.ts';
import { type Handle, loadWin32, type Win32 } from './win32.ts';

const WDA_NONE = 0;
/** Shows black in a capture; Windows 7 has only this, and only while its desktop is composed. */
const WDA_MONITOR = 1;
/** Leaves the window out of a capture; Windows 10 since 2004. */
const WDA_EXCLUDEFROMCAPTURE = 0x11;

function affinityOf(win32: Win32, window: Handle): number {
  const found = [WDA_NONE];
  return win32.GetWindowDisplayAffinity(window, found) ? (found[0] ?? WDA_NONE) : WDA_NONE;
}

/** Keeps the exam out of screenshots and recordings, and asks Windows whether it does: Electron's own call does not. */
export function displayAffinityMeasure(examWindow: () => Handle): Step {
  let taken: { win32: Win32; affinity: number } | null = null;
  return {
    name: 'content_protection',
    async perform() {
      const win32 = await loadWin32();
      const affinity = [WDA_EXCLUDEFROMCAPTURE, WDA_MONITOR].find(
        (wanted) => win32.SetWindowDisplayAffinity(examWindow(), wanted) && affinityOf(win32, examWindow()) === wanted,
      );
      if (affinity === undefined) throw new Error('Windows does not keep the window out of captures');
      taken = { win32, affinity };
      return affinity === WDA_MONITOR ? 'black in captures' : 'left out of captures';
    },
    probe: () => taken !== null && affinityOf(taken.win32, examWindow()) === taken.affinity,
    async revert() {
      // It ends with the window.
      if (taken?.win32.IsWindow(examWindow())) taken.win32.SetWindowDisplayAffinity(examWindow(), WDA_NONE);
      taken = null;
    },
  };
}
