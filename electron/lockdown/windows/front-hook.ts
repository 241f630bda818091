import type { Handle, Win32 } from './win32.ts';

const EVENT_SYSTEM_FOREGROUND = 0x0003;
/** Ctrl+Alt+Delete, a question of the system, a desktop of somebody else's. */
const EVENT_SYSTEM_DESKTOPSWITCH = 0x0020;
/** Told to the message loop of the thread that asks; nothing of ours is put into other programs. */
const OUT_OF_CONTEXT = 0;

/**
 * Calls `changed` when another window or desktop comes to the front, from the message loop of the thread that calls this.
 * Returns what ends it. Where Windows gives no hook the watch looks every now and then all the same.
 */
export function watchFront(win32: Win32, changed: () => void): () => void {
  const callback = win32.eventCallback(() => changed());
  const hooks: Handle[] = [EVENT_SYSTEM_FOREGROUND, EVENT_SYSTEM_DESKTOPSWITCH].map((event) =>
    win32.SetWinEventHook(event, event, 0, callback, 0, 0, OUT_OF_CONTEXT),
  );
  return () => {
    for (const hook of hooks) if (hook !== 0) win32.UnhookWinEvent(hook);
    win32.unregister(callback);
  };
}
