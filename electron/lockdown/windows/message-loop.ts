import type { Win32 } from './win32.ts';

const QS_ALLINPUT = 0x04ff;
const MWMO_INPUTAVAILABLE = 4;
const PM_REMOVE = 1;

/**
 * Waits until Windows has something for this thread, `milliseconds` at most, and lets it be delivered: a hook is called
 * inside of this. Blocks, so it belongs in a thread of its own.
 */
export function pumpMessages(win32: Win32, milliseconds: number): void {
  win32.MsgWaitForMultipleObjectsEx(0, null, milliseconds, QS_ALLINPUT, MWMO_INPUTAVAILABLE);
  const message = {};
  while (win32.PeekMessageW(message, 0, 0, 0, PM_REMOVE)) win32.DispatchMessageW(message);
}
