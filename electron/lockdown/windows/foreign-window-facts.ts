import { win32 as windowsPath } from 'node:path';
import type { ForeignWindow } from '../foreign-window.ts';
import type { Handle, Win32 } from './win32.ts';

const PROCESS_QUERY_LIMITED_INFORMATION = 0x1000;
const TEXT_LENGTH = 256;
const PATH_LENGTH = 1024;

const utf16 = (text: Buffer, length: number) => text.toString('utf16le', 0, length * 2);

export function processOf(win32: Win32, window: Handle): number {
  const found = [0];
  win32.GetWindowThreadProcessId(window, found);
  return found[0] ?? 0;
}

/** The file name of the program of a process; empty where the system does not say. */
function programName(win32: Win32, processId: number): string {
  const process = win32.OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, false, processId);
  if (process === 0) return '';
  const text = Buffer.alloc(PATH_LENGTH * 2);
  const length = [PATH_LENGTH];
  const known = win32.QueryFullProcessImageNameW(process, 0, text, length);
  win32.CloseHandle(process);
  return known ? windowsPath.basename(utf16(text, length[0] ?? 0)) : '';
}

export function classOf(win32: Win32, window: Handle): string {
  const text = Buffer.alloc(TEXT_LENGTH * 2);
  return utf16(text, win32.GetClassNameW(window, text, TEXT_LENGTH));
}

export function rectangleOf(win32: Win32, window: Handle): Pick<ForeignWindow, 'x' | 'y' | 'width' | 'height'> {
  const found = { left: 0, top: 0, right: 0, bottom: 0 };
  win32.GetWindowRect(window, found);
  return { x: found.left, y: found.top, width: found.right - found.left, height: found.bottom - found.top };
}

/** Everything there is to tell of a window. Asks the system, never the window, which may hang. */
export function foreignWindow(win32: Win32, window: Handle): ForeignWindow {
  const text = Buffer.alloc(TEXT_LENGTH * 2);
  const title = utf16(text, win32.InternalGetWindowText(window, text, TEXT_LENGTH));
  const windowClass = classOf(win32, window);
  const owner = programName(win32, processOf(win32, window)) || windowClass;
  return { id: window, owner, windowClass, title, ...rectangleOf(win32, window) };
}
