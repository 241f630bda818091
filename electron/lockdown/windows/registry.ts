import type { Handle, Win32 } from './win32.ts';

const HKEY_LOCAL_MACHINE = 0x80000002n;
const KEY_READ = 0x20019;
/** One text, or several after another. */
const RRF_RT_ANY_TEXT = 0x02 | 0x20;
const LONGEST = 1024;

/** The text of a value of this computer; empty where there is none. */
export function registryText(win32: Win32, path: string, name: string): string {
  const text = Buffer.alloc(LONGEST);
  const size = [LONGEST];
  const status = win32.RegGetValueW(HKEY_LOCAL_MACHINE, path, name, RRF_RT_ANY_TEXT, null, text, size);
  return status === 0 ? text.toString('utf16le', 0, size[0]).replace(/\0+/g, ' ').trim() : '';
}

export function registryHas(win32: Win32, path: string): boolean {
  const opened: Handle[] = [0];
  if (win32.RegOpenKeyExW(HKEY_LOCAL_MACHINE, path, 0, KEY_READ, opened) !== 0) return false;
  win32.RegCloseKey(opened[0] ?? 0);
  return true;
}
