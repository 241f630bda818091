import { release } from 'node:os';
import type { ForeignWindow, WindowEyes, WindowLook } from '../foreign-window.ts';
import { readDesktop } from './desktop-facts.ts';
import { classOf, foreignWindow, processOf, rectangleOf } from './foreign-window-facts.ts';
import { otherDesktop } from './other-desktop.ts';
import { type Handle, loadWin32, type Win32 } from './win32.ts';

const GW_HWNDNEXT = 2;
const GWL_EXSTYLE = -20;
const WS_EX_TRANSPARENT = 0x20;
const DWMWA_CLOAKED = 14;
/** The list of windows can change while it is walked, even into a circle. */
const MOST_WINDOWS = 1000;
/** Less of the paper than this nothing can cover that is read. */
const SMALLEST_SIDE = 40;

/** The lists of characters of input methods lie over the paper because they belong there. */
const BELONGS_TO_WRITING =
  /^(IME$|MSCTFIME|CiceroUIWnd|Microsoft[.]IME|So(PY|WB)_|Sogou|QQPinyin|QQWubi|BaiduPY|TXGuiFoundation_IME|tooltips_class32$)/i;

/** None of the windows of another desktop can be seen. */
const windowOf = (desktop: string): ForeignWindow => ({
  ...{ id: -1, owner: 'Windows', windowClass: desktop, title: '', x: 0, y: 0, width: 0, height: 0 },
});

/** Shown, also by the measure of Windows 10, which keeps windows of sleeping programs that no other sign tells. */
function isShown(win32: Win32, window: Handle): boolean {
  if (!win32.IsWindowVisible(window) || win32.IsIconic(window)) return false;
  const cloaked = [0];
  return win32.DwmGetWindowAttribute(window, DWMWA_CLOAKED, cloaked, 4) !== 0 || cloaked[0] === 0;
}

function covers(win32: Win32, window: Handle, exam: Handle): boolean {
  const [over, under] = [rectangleOf(win32, window), rectangleOf(win32, exam)];
  const width = Math.min(over.x + over.width, under.x + under.width) - Math.max(over.x, under.x);
  const height = Math.min(over.y + over.height, under.y + under.height) - Math.max(over.y, under.y);
  return width >= SMALLEST_SIDE && height >= SMALLEST_SIDE;
}

interface Parts {
  examWindow(): Handle;
  /** Whose windows are the exam's own, its dialogs and lists too. */
  ownPid: number;
  /** File names of what runs now. */
  runningImages(): Promise<string[]>;
}

export interface WindowsEyes extends WindowEyes {
  /** To be called when Windows says that another window has come to the front. */
  frontChanged(): void;
}

export function windowsEyes({ examWindow, ownPid, runningImages }: Parts): WindowsEyes {
  let win32: Win32 | null = null;
  let changed: () => void = () => undefined;

  function isForeign(system: Win32, window: Handle): boolean {
    return processOf(system, window) !== ownPid && !BELONGS_TO_WRITING.test(classOf(system, window));
  }

  /** Those above the exam window, the topmost first. */
  function covering(system: Win32, exam: Handle): Handle[] {
    const found: Handle[] = [];
    let window = system.GetTopWindow(0);
    for (let walked = 0; window !== 0 && window !== exam && walked < MOST_WINDOWS; walked += 1) {
      const seenThrough = (system.GetWindowLongW(window, GWL_EXSTYLE) & WS_EX_TRANSPARENT) !== 0;
      if (isShown(system, window) && !seenThrough && covers(system, window, exam)) found.push(window);
      window = system.GetWindow(window, GW_HWNDNEXT);
    }
    return found.filter((each) => isForeign(system, each));
  }

  return {
    async open(heard) {
      win32 = await loadWin32();
      changed = heard;
    },
    frontChanged: () => changed(),
    async look(): Promise<WindowLook> {
      if (!win32) throw new Error('not opened');
      const system = win32;
      const desktop = readDesktop(system, release());
      if (!desktop.isOurs) {
        const running = await runningImages().catch(() => []);
        return { focused: windowOf(otherDesktop(desktop, running)), covering: [] };
      }
      const front = system.GetForegroundWindow();
      return {
        focused: front !== 0 && isForeign(system, front) ? foreignWindow(system, front) : null,
        covering: covering(system, examWindow()).map((window) => foreignWindow(system, window)),
      };
    },
    close() {
      win32 = null;
      changed = () => undefined;
    },
  };
}
