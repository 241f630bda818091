import type { WindowEyes } from '../foreign-window.ts';
import type { MacStateReader } from './mac-state-reader.ts';
import { coveringWindows, focusedWindow } from './window-judgement.ts';

/** `ownPid`: whose windows are the exam's own, its dialogs and lists too. */
export function macEyes({ look }: MacStateReader, examWindow: () => number, ownPid: number): WindowEyes {
  return {
    async open() {
      await look();
    },
    async look() {
      const state = await look();
      return { focused: focusedWindow(state, ownPid), covering: coveringWindows(state, examWindow(), ownPid) };
    },
    close() {
      // The reader is held by a measure of its own.
    },
  };
}
