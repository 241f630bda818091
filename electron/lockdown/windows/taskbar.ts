import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import type { Step } from '../../startup/step.ts';
import { restoreNote } from './restore-note.ts';
import { type Handle, loadWin32, type Win32 } from './win32.ts';

/** The taskbar of the first display, and those of the others. */
const CLASSES = ['Shell_TrayWnd', 'Shell_SecondaryTrayWnd'];
const SW_HIDE = 0;
/** Shown without taking the keyboard from whoever has it. */
const SW_SHOWNA = 8;
const TURN_MS = 20;
const PATIENCE_MS = 2000;

function taskbars(win32: Win32): Handle[] {
  return CLASSES.flatMap((className) => {
    const found: Handle[] = [];
    for (let next = win32.FindWindowExW(0, 0, className, null); next !== 0 && !found.includes(next); ) {
      found.push(next);
      next = win32.FindWindowExW(0, next, className, null);
    }
    return found;
  });
}

/** Asked without waiting, since the desktop's program may hang; resolves once all are so, or rejects. */
async function show(win32: Win32, bars: readonly Handle[], shown: boolean): Promise<void> {
  for (const bar of bars) win32.ShowWindowAsync(bar, shown ? SW_SHOWNA : SW_HIDE);
  for (let waited = 0; bars.some((bar) => win32.IsWindowVisible(bar) !== shown); waited += TURN_MS) {
    if (waited >= PATIENCE_MS) throw new Error(`the taskbar could not be ${shown ? 'shown' : 'hidden'}`);
    await wait(TURN_MS);
  }
}

/** Takes the taskbar away, which Windows draws over a full screen when something flashes in it. */
export function taskbarMeasure(folder: string): Step {
  const note = restoreNote(join(folder, 'hidden-taskbars.json'), z.array(z.number()));
  let win32: Win32 | null = null;
  return {
    name: 'taskbar',
    async perform() {
      win32 = await loadWin32();
      const visible = taskbars(win32).filter(win32.IsWindowVisible);
      await note.write([...new Set([...((await note.read()) ?? []), ...visible])]);
      await show(win32, visible, false);
      return `${visible.length} hidden`;
    },
    probe: () => win32 !== null && !taskbars(win32).some(win32.IsWindowVisible),
    async revert() {
      const hidden = await note.read();
      if (hidden !== null) {
        const system = await loadWin32();
        // Those of a desktop that was started anew are shown already, and one that was hidden before us stays so.
        const bars = taskbars(system).filter((bar) => hidden.includes(bar));
        await show(system, bars, true);
        await note.forget();
      }
      win32 = null;
    },
  };
}
