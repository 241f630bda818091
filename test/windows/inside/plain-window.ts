import koffi from 'koffi';

const WS_OVERLAPPEDWINDOW_VISIBLE = 0x10cf0000;
const WS_POPUP = 0x80000000;
const WS_EX_TOPMOST = 8;
const WS_EX_TOOLWINDOW = 0x80;
const WS_EX_NOACTIVATE = 0x08000000;
const EVENT_SYSTEM_FOREGROUND = 3;
const SW_SHOWNOACTIVATE = 4;

const user32 = koffi.load('user32.dll');
const createWindow = user32.func(
  'uintptr __stdcall CreateWindowExW(uint32 extra, str16 className, str16 title, uint32 style, int x, int y, int width, int height, uintptr parent, uintptr menu, uintptr module, void *given)',
);
const setForeground = user32.func('bool __stdcall SetForegroundWindow(uintptr window)');
const notifyWinEvent = user32.func(
  'void __stdcall NotifyWinEvent(uint32 event, uintptr window, int32 object, int32 child)',
);
const showWindow = user32.func('bool __stdcall ShowWindow(uintptr window, int command)');

const registerClass = user32.func('uint16 __stdcall RegisterClassW(void *description)');
const kernel32 = koffi.load('kernel32.dll');
const moduleOf = kernel32.func('uintptr __stdcall GetModuleHandleW(str16 name)');
const addressOf = kernel32.func('uintptr __stdcall GetProcAddress(uintptr module, str name)');
const destroyWindow = user32.func('bool __stdcall DestroyWindow(uintptr window)');
/** WNDCLASSW, as 64 bits lay it out: where the procedure and the name lie in it. */
const CLASS = { size: 72, procedure: 8, name: 64 };

export type Manner = 'topmost' | 'quiet';
export type Place = readonly [x: number, y: number, width: number, height: number];

/** A window with nothing in it. Quiet: it takes no keyboard, as a notification does. */
export function openPlainWindow(title: string, manner: readonly Manner[], place: Place): number {
  const quiet = manner.includes('quiet');
  const extra = (manner.includes('topmost') ? WS_EX_TOPMOST : 0) | (quiet ? WS_EX_NOACTIVATE | WS_EX_TOOLWINDOW : 0);
  const style = quiet ? WS_POPUP : WS_OVERLAPPEDWINDOW_VISIBLE;
  const window = createWindow(extra, 'STATIC', title, style, ...place, 0, 0, 0, null) as number;
  if (quiet) showWindow(window, SW_SHOWNOACTIVATE);
  else bringToFront(window);
  return window;
}

/** A window of this class, of which nothing is seen, as another program's that is only looked for. Resolves into its end. */
export function openWindowOfClass(className: string): () => void {
  const description = Buffer.alloc(CLASS.size);
  const name = Buffer.from(`${className}\0`, 'utf16le');
  description.writeBigUInt64LE(BigInt(addressOf(moduleOf('user32.dll'), 'DefWindowProcW')), CLASS.procedure);
  description.writeBigUInt64LE(koffi.address(name), CLASS.name);
  registerClass(description);
  const window = createWindow(0, className, '', WS_POPUP, 0, 0, 10, 10, 0, 0, 0, null) as number;
  if (window === 0) throw new Error(`Windows opens no window of class ${className}`);
  return () => destroyWindow(window);
}

export function bringToFront(window: number): void {
  setForeground(window);
}

/** Tells whoever listens that this window has come to the front. */
export function tellOfFront(window: number): void {
  notifyWinEvent(EVENT_SYSTEM_FOREGROUND, window, 0, 0);
}
