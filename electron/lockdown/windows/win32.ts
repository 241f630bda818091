/** A window, process, desktop, hook or registry key. Windows uses 32 bits of a handle at most, so a number holds it. */
export type Handle = number;

export interface KeyboardHookInfo {
  virtualKey: number;
  scanCode: number;
  flags: number;
  time: number;
  extraInfo: number | bigint;
}

type Koffi = typeof import('koffi');
type KeyboardProc = (code: number, message: number, info: unknown) => number;

let loaded: Promise<Win32> | null = null;

/** Loads the native library at first use, so that macOS and Linux never do. Rejects where it cannot be loaded. */
export function loadWin32(): Promise<Win32> {
  loaded ??= import('koffi').then(declare);
  return loaded;
}

export type Win32 = ReturnType<typeof declare>;

/** The calls of Windows that the measures make, by their own names, all of them there since Windows 7. */
function declare(module: Koffi | { default: Koffi }) {
  // CommonJS inside of a bundle, a namespace with a default outside of it.
  const koffi = 'default' in module ? module.default : module;
  const user32 = koffi.load('user32.dll');
  const kernel32 = koffi.load('kernel32.dll');
  const advapi32 = koffi.load('advapi32.dll');
  const dwmapi = koffi.load('dwmapi.dll');
  const from = (library: typeof user32) => {
    return <Call extends (...args: never[]) => unknown>(definition: string) =>
      library.func(definition) as unknown as Call;
  };
  const user = from(user32);
  const kernel = from(kernel32);
  const registry = from(advapi32);
  const dwm = from(dwmapi);

  koffi.struct('KBDLLHOOKSTRUCT', {
    ...{ virtualKey: 'uint32', scanCode: 'uint32', flags: 'uint32', time: 'uint32', extraInfo: 'uintptr' },
  });
  koffi.struct('MSG', {
    ...{ window: 'uintptr', message: 'uint32', wParam: 'uintptr', lParam: 'intptr', time: 'uint32' },
    ...{ x: 'int32', y: 'int32' },
  });
  koffi.struct('RECT', { left: 'int32', top: 'int32', right: 'int32', bottom: 'int32' });
  koffi.struct('KEYBDINPUT', {
    ...{ virtualKey: 'uint16', scanCode: 'uint16', flags: 'uint32', time: 'uint32', extraInfo: 'uintptr' },
  });
  // The biggest of the union that INPUT holds: it decides the size that SendInput insists on.
  koffi.struct('MOUSEINPUT', {
    ...{ x: 'int32', y: 'int32', data: 'uint32', flags: 'uint32', time: 'uint32', extraInfo: 'uintptr' },
  });
  koffi.union('INPUTUNION', { mouse: 'MOUSEINPUT', keyboard: 'KEYBDINPUT' });
  const input = koffi.struct('INPUT', { type: 'uint32', of: 'INPUTUNION' });
  koffi.struct('DISPLAY_DEVICEW', {
    size: 'uint32',
    name: koffi.array('char16', 32, 'String'),
    text: koffi.array('char16', 128, 'String'),
    flags: 'uint32',
    id: koffi.array('char16', 128, 'String'),
    key: koffi.array('char16', 128, 'String'),
  });
  const keyboardProc = koffi.proto('intptr __stdcall KeyboardProc(int code, uintptr message, KBDLLHOOKSTRUCT *info)');
  const inputSize = koffi.sizeof(input);
  const sendInput = user<(count: number, inputs: object[], size: number) => number>(
    'uint32 __stdcall SendInput(uint32 count, INPUT *inputs, int size)',
  );

  return {
    displayDeviceSize: koffi.sizeof('DISPLAY_DEVICEW'),
    /** Kept from the collector until `unregister`: Windows calls it from outside. */
    keyboardCallback: (call: KeyboardProc) => koffi.register(call, koffi.pointer(keyboardProc)),
    unregister: (callback: ReturnType<Koffi['register']>) => koffi.unregister(callback),
    keyboardInfo: (info: unknown) => koffi.decode(info, 'KBDLLHOOKSTRUCT') as KeyboardHookInfo,
    /** False where the input was refused: another desktop has the keyboard. */
    sendKey: (virtualKey: number, flags: number, extraInfo: number): boolean =>
      sendInput(
        1,
        [{ type: 1, of: { keyboard: { virtualKey, scanCode: 0, flags, time: 0, extraInfo } } }],
        inputSize,
      ) === 1,

    SetWindowsHookExW: user<(id: number, call: unknown, module: Handle, thread: number) => Handle>(
      'uintptr __stdcall SetWindowsHookExW(int id, KeyboardProc *call, uintptr module, uint32 thread)',
    ),
    UnhookWindowsHookEx: user<(hook: Handle) => boolean>('bool __stdcall UnhookWindowsHookEx(uintptr hook)'),
    CallNextHookEx: user<(hook: Handle, code: number, message: number, info: unknown) => number>(
      'intptr __stdcall CallNextHookEx(uintptr hook, int code, uintptr message, KBDLLHOOKSTRUCT *info)',
    ),
    MsgWaitForMultipleObjectsEx: user<
      (count: number, handles: null, milliseconds: number, wake: number, flags: number) => number
    >(
      'uint32 __stdcall MsgWaitForMultipleObjectsEx(uint32 count, void *handles, uint32 milliseconds, uint32 wake, uint32 flags)',
    ),
    PeekMessageW: user<(message: object, window: Handle, min: number, max: number, remove: number) => boolean>(
      'bool __stdcall PeekMessageW(_Out_ MSG *message, uintptr window, uint32 min, uint32 max, uint32 remove)',
    ),
    DispatchMessageW: user<(message: object) => number>('intptr __stdcall DispatchMessageW(MSG *message)'),
    GetAsyncKeyState: user<(virtualKey: number) => number>('int16 __stdcall GetAsyncKeyState(int virtualKey)'),

    GetForegroundWindow: user<() => Handle>('uintptr __stdcall GetForegroundWindow()'),
    GetTopWindow: user<(parent: Handle) => Handle>('uintptr __stdcall GetTopWindow(uintptr parent)'),
    GetWindow: user<(window: Handle, relation: number) => Handle>(
      'uintptr __stdcall GetWindow(uintptr window, uint32 relation)',
    ),
    GetWindowThreadProcessId: user<(window: Handle, processId: number[]) => number>(
      'uint32 __stdcall GetWindowThreadProcessId(uintptr window, _Out_ uint32 *processId)',
    ),
    GetClassNameW: user<(window: Handle, text: Buffer, length: number) => number>(
      'int __stdcall GetClassNameW(uintptr window, void *text, int length)',
    ),
    // GetWindowText asks the window itself and would wait for one that hangs.
    InternalGetWindowText: user<(window: Handle, text: Buffer, length: number) => number>(
      'int __stdcall InternalGetWindowText(uintptr window, void *text, int length)',
    ),
    GetWindowRect: user<(window: Handle, rectangle: object) => boolean>(
      'bool __stdcall GetWindowRect(uintptr window, _Out_ RECT *rectangle)',
    ),
    IsWindow: user<(window: Handle) => boolean>('bool __stdcall IsWindow(uintptr window)'),
    IsWindowVisible: user<(window: Handle) => boolean>('bool __stdcall IsWindowVisible(uintptr window)'),
    IsIconic: user<(window: Handle) => boolean>('bool __stdcall IsIconic(uintptr window)'),
    GetWindowLongW: user<(window: Handle, index: number) => number>(
      'long __stdcall GetWindowLongW(uintptr window, int index)',
    ),
    FindWindowExW: user<(parent: Handle, after: Handle, className: string, title: string | null) => Handle>(
      'uintptr __stdcall FindWindowExW(uintptr parent, uintptr after, str16 className, str16 title)',
    ),
    ShowWindowAsync: user<(window: Handle, command: number) => boolean>(
      'bool __stdcall ShowWindowAsync(uintptr window, int command)',
    ),
    SetWindowDisplayAffinity: user<(window: Handle, affinity: number) => boolean>(
      'bool __stdcall SetWindowDisplayAffinity(uintptr window, uint32 affinity)',
    ),
    GetWindowDisplayAffinity: user<(window: Handle, affinity: number[]) => boolean>(
      'bool __stdcall GetWindowDisplayAffinity(uintptr window, _Out_ uint32 *affinity)',
    ),
    SystemParametersInfoW: user<(action: number, size: number, value: Buffer, save: number) => boolean>(
      'bool __stdcall SystemParametersInfoW(uint32 action, uint32 size, void *value, uint32 save)',
    ),
    GetSystemMetrics: user<(index: number) => number>('int __stdcall GetSystemMetrics(int index)'),
    EnumDisplayDevicesW: user<(device: string | null, index: number, found: object, flags: number) => boolean>(
      'bool __stdcall EnumDisplayDevicesW(str16 device, uint32 index, _Inout_ DISPLAY_DEVICEW *found, uint32 flags)',
    ),
    GetDisplayConfigBufferSizes: user<(flags: number, paths: number[], modes: number[]) => number>(
      'long __stdcall GetDisplayConfigBufferSizes(uint32 flags, _Out_ uint32 *paths, _Out_ uint32 *modes)',
    ),
    QueryDisplayConfig: user<
      (flags: number, paths: number[], path: Buffer, modes: number[], mode: Buffer, topology: null) => number
    >(
      'long __stdcall QueryDisplayConfig(uint32 flags, _Inout_ uint32 *paths, void *path, _Inout_ uint32 *modes, void *mode, void *topology)',
    ),
    OpenInputDesktop: user<(flags: number, inherit: boolean, access: number) => Handle>(
      'uintptr __stdcall OpenInputDesktop(uint32 flags, bool inherit, uint32 access)',
    ),
    CloseDesktop: user<(desktop: Handle) => boolean>('bool __stdcall CloseDesktop(uintptr desktop)'),

    OpenProcess: kernel<(access: number, inherit: boolean, processId: number) => Handle>(
      'uintptr __stdcall OpenProcess(uint32 access, bool inherit, uint32 processId)',
    ),
    CloseHandle: kernel<(handle: Handle) => boolean>('bool __stdcall CloseHandle(uintptr handle)'),
    QueryFullProcessImageNameW: kernel<(process: Handle, flags: number, text: Buffer, length: number[]) => boolean>(
      'bool __stdcall QueryFullProcessImageNameW(uintptr process, uint32 flags, void *text, _Inout_ uint32 *length)',
    ),
    GetCurrentThread: kernel<() => Handle>('intptr __stdcall GetCurrentThread()'),
    SetThreadPriority: kernel<(thread: Handle, priority: number) => boolean>(
      'bool __stdcall SetThreadPriority(intptr thread, int priority)',
    ),

    RegOpenKeyExW: registry<(key: bigint, path: string, options: number, access: number, opened: Handle[]) => number>(
      'long __stdcall RegOpenKeyExW(uintptr key, str16 path, uint32 options, uint32 access, _Out_ uintptr *opened)',
    ),
    RegCloseKey: registry<(key: Handle) => number>('long __stdcall RegCloseKey(uintptr key)'),
    RegGetValueW: registry<
      (key: bigint, path: string, name: string, flags: number, type: null, text: Buffer, size: number[]) => number
    >(
      'long __stdcall RegGetValueW(uintptr key, str16 path, str16 name, uint32 flags, void *type, void *text, _Inout_ uint32 *size)',
    ),

    DwmGetWindowAttribute: dwm<(window: Handle, attribute: number, value: number[], size: number) => number>(
      'long __stdcall DwmGetWindowAttribute(uintptr window, uint32 attribute, _Out_ uint32 *value, uint32 size)',
    ),
  };
}
