import type { Handle, Win32 } from './win32.ts';

/** What Windows says of the desktop that has the keyboard. */
export interface DesktopFacts {
  /** It is the one the exam is on. */
  isOurs: boolean;
  /** Its name; null where we may not even open it, as with those of the system. */
  name: string | null;
  /** Of this session: at the screen, or left for another user's. Null: not known. */
  connected: boolean | null;
  locked: boolean | null;
  screenSaver: boolean;
}

const READ_OBJECTS = 0x001;
const SWITCH_DESKTOP = 0x100;
const UOI_NAME = 2;
const NAME_BYTES = 512;
const SPI_GETSCREENSAVERRUNNING = 0x72;
const WTS_CONNECT_STATE = 8;
const WTS_SESSION_INFO_EX = 25;
const WTS_ACTIVE = 0;
/** In WTSINFOEX, after its level and the level's first two numbers. */
const SESSION_FLAGS_AT = 16;

function nameOf(win32: Win32, desktop: Handle): string {
  const text = Buffer.alloc(NAME_BYTES);
  const needed = [0];
  if (!win32.GetUserObjectInformationW(desktop, UOI_NAME, text, NAME_BYTES, needed)) return '';
  return text.toString('utf16le', 0, needed[0]).replace(/\0.*$/s, '');
}

function inputDesktopName(win32: Win32): string | null {
  const desktop = win32.OpenInputDesktop(0, false, READ_OBJECTS | SWITCH_DESKTOP);
  if (desktop === 0) return null;
  const name = nameOf(win32, desktop);
  win32.CloseDesktop(desktop);
  return name;
}

function isLocked(win32: Win32, isWindows7: boolean): boolean | null {
  const flags = win32.sessionInformation(WTS_SESSION_INFO_EX);
  if (!flags || flags.length < SESSION_FLAGS_AT + 4) return null;
  const said = flags.readUInt32LE(SESSION_FLAGS_AT);
  if (said !== 0 && said !== 1) return null;
  // Documented as 0 for locked; Windows 7 has it the other way round, and Microsoft left it so.
  return isWindows7 ? said === 1 : said === 0;
}

/** `release`: of the system, as `os.release` has it. */
export function readDesktop(win32: Win32, release: string): DesktopFacts {
  const name = inputDesktopName(win32);
  const isOurs = name !== null && name === nameOf(win32, win32.GetThreadDesktop(win32.GetCurrentThreadId()));
  // Asked four times a second: of the session only when something is amiss.
  if (isOurs) return { isOurs, name, connected: true, locked: false, screenSaver: false };
  const saver = Buffer.alloc(4);
  const state = win32.sessionInformation(WTS_CONNECT_STATE);
  return {
    ...{ isOurs, name },
    connected: state && state.length >= 4 ? state.readUInt32LE(0) === WTS_ACTIVE : null,
    locked: isLocked(win32, release.startsWith('6.1.')),
    screenSaver: win32.SystemParametersInfoW(SPI_GETSCREENSAVERRUNNING, 0, saver, 0) && saver.readUInt32LE(0) !== 0,
  };
}
