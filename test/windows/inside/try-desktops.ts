import { release } from 'node:os';
import koffi from 'koffi';
import { type DesktopFacts, readDesktop } from '../../../electron/lockdown/windows/desktop-facts.ts';
import { otherDesktop } from '../../../electron/lockdown/windows/other-desktop.ts';
import type { Win32 } from '../../../electron/lockdown/windows/win32.ts';
import { exactly, type Figure, matching } from '../../rehearsal/figures.ts';

const WTS_USER_NAME = 5;
const ALL_ACCESS = 0x10000000;

const user32 = koffi.load('user32.dll');
const createDesktop = user32.func(
  'uintptr __stdcall CreateDesktopW(str16 name, str16 device, void *mode, uint32 flags, uint32 access, void *security)',
);
const setThreadDesktop = user32.func('bool __stdcall SetThreadDesktop(uintptr desktop)');

/**
 * Two desktops, where no window of one can be seen from the other (LOCK-2). Wine does not follow a program that goes to a
 * desktop of its own, so it is this thread that goes, and the keyboard that stays. Only for a thread without windows.
 */
export async function tryDesktops(win32: Win32): Promise<Figure[]> {
  const look = (): DesktopFacts => readDesktop(win32, release());
  const told = (facts: DesktopFacts) => (facts.isOurs ? 'ours' : otherDesktop(facts, []));
  const before = look();
  const own = win32.GetThreadDesktop(win32.GetCurrentThreadId());
  const second = createDesktop('Beside', null, null, 0, ALL_ACCESS, null) as number;
  const gone = setThreadDesktop(second) as boolean;
  const away = look();
  setThreadDesktop(own);
  const back = look();
  win32.CloseDesktop(second);
  const user = win32.sessionInformation(WTS_USER_NAME)?.toString('utf16le').replace(/\0.*$/s, '') ?? null;
  return [
    exactly('desktop with the keyboard', `${told(before)}, ${before.name}`, 'text', 'ours, Default'),
    exactly(
      'the same, from another desktop',
      `${gone}, ${told(away)}, ${away.name}`,
      'text',
      'true, second_desktop, Default',
    ),
    exactly('screen saver meanwhile', String(away.screenSaver), 'text', 'false'),
    // Whether it is locked or left Wine does not say; that Windows can be asked, its user shows.
    matching('whose session it is', user, /^\w+$/),
    exactly('desktop with the keyboard after that', told(back), 'text', 'ours'),
  ];
}
