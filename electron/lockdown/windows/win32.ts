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
type EventProc = (hook: Handle, event: number) => void;

const CURRENT_SESSION = 0xffffffff;
const MEM_COMMIT_AND_RESERVE = 0x3000;
const MEM_RELEASE = 0x8000;
const PAGE_READWRITE = 0x04;
const PAGE_EXECUTE_READ = 0x20;

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
  const wtsapi32 = koffi.load('wtsapi32.dll');
  const from = (library: typeof user32) => {
    return <Call extends (...args: never[]) => unknown>(definition: string) =>
      library.func(definition) as unknown as Call;
  };
  const user = from(user32);
  const kernel = from(kernel32);
  const registry = from(advapi32);
  const dwm = from(dwmapi);
  const sessions = from(wtsapi32);

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
  const eventProc = koffi.proto(
    'void __stdcall EventProc(uintptr hook, uint32 event, uintptr window, int32 object, int32 child, uint32 thread, uint32 time)',
  );
  const instructions = koffi.proto('uint32 __stdcall Instructions(uint32 given, void *answer)');
  const allocate = kernel<(address: null, size: number, kind: number, protection: number) => unknown>(
    'void *__stdcall VirtualAlloc(void *address, uintptr size, uint32 kind, uint32 protection)',
  );
  const protect = kernel<(address: unknown, size: number, protection: number, before: number[]) => boolean>(
    'bool __stdcall VirtualProtect(void *address, uintptr size, uint32 protection, _Out_ uint32 *before)',
  );
  const release = kernel<(address: unknown, size: number, kind: number) => boolean>(
    'bool __stdcall VirtualFree(void *address, uintptr size, uint32 kind)',
  );
  const querySession = sessions<
    (server: null, session: number, what: number, found: unknown[], size: number[]) => boolean
  >(
    'bool __stdcall WTSQuerySessionInformationW(void *server, uint32 session, int what, _Out_ void **found, _Out_ uint32 *size)',
  );
  const freeSession = sessions<(memory: unknown) => void>('void __stdcall WTSFreeMemory(void *memory)');
  const inputSize = koffi.sizeof(input);
  const sendInput = user<(count: number, inputs: object[], size: number) => number>(
    'uint32 __stdcall SendInput(uint32 count, INPUT *inputs, int size)',
  );

  return {
    displayDeviceSize: koffi.sizeof('DISPLAY_DEVICEW'),
    /** Kept from the collector until `unregister`: Windows calls it from outside. */
    keyboardCallback: (call: KeyboardProc) => koffi.register(call, koffi.pointer(keyboardProc)),
    eventCallback: (call: EventProc) => koffi.register(call, koffi.pointer(eventProc)),
    unregister: (callback: ReturnType<Koffi['register']>) => koffi.unregister(callback),
    keyboardInfo: (info: unknown) => koffi.decode(info, 'KBDLLHOOKSTRUCT') as KeyboardHookInfo,
    /** False where the input was refused: another desktop has the keyboard. */
    sendKey: (virtualKey: number, flags: number, extraInfo: number): boolean =>
      sendInput(
        1,
        [{ type: 1, of: { keyboard: { virtualKey, scanCode: 0, flags, time: 0, extraInfo } } }],
        inputSize,
      ) === 1,

    /** What Windows says of this session, byte by byte; null where it does not. */
    sessionInformation(what: number): Buffer | null {
      const [found, size] = [[null], [0]] as [unknown[], number[]];
      if (!querySession(null, CURRENT_SESSION, what, found, size) || !found[0]) return null;
      const bytes = koffi.decode(found[0], koffi.array('uint8', size[0] ?? 0, 'Typed')) as Uint8Array;
      freeSession(found[0]);
      return Buffer.from(bytes);
    },
    /**
     * Runs instructions of the processor, a function of a number and 16 bytes for its answer: what the processor says of itself
     * no call of Windows tells. Null where Windows does not let us.
     */
    runInstructions<Result>(
      code: Buffer,
      use: (run: (given: number, answer: Buffer) => number) => Result,
    ): Result | null {
      const memory = allocate(null, code.length, MEM_COMMIT_AND_RESERVE, PAGE_READWRITE);
      if (!memory) return null;
      try {
        koffi.encode(memory, koffi.array('uint8', code.length), [...code]);
        if (!protect(memory, code.length, PAGE_EXECUTE_READ, [0])) return null;
        return use((given, answer) => koffi.call(memory, instructions, given, answer) as number);
      } finally {
        release(memory, 0, MEM_RELEASE);
      }
    },

    SetWinEventHook: user<
      (...given: [from: number, to: number, module: 0, call: unknown, process: 0, thread: 0, flags: number]) => Handle
    >(
      'uintptr __stdcall SetWinEventHook(uint32 from, uint32 to, uintptr module, EventProc *call, uint32 process, uint32 thread, uint32 flags)',
    ),
    UnhookWinEvent: user<(hook: Handle) => boolean>('bool __stdcall UnhookWinEvent(uintptr hook)'),
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
    GetThreadDesktop: user<(thread: number) => Handle>('uintptr __stdcall GetThreadDesktop(uint32 thread)'),
    GetUserObjectInformationW: user<
      (object: Handle, what: number, text: Buffer, size: number, needed: number[]) => boolean
    >(
      'bool __stdcall GetUserObjectInformationW(uintptr object, int what, void *text, uint32 size, _Out_ uint32 *needed)',
    ),
    CloseDesktop: user<(desktop: Handle) => boolean>('bool __stdcall CloseDesktop(uintptr desktop)'),

    OpenProcess: kernel<(access: number, inherit: boolean, processId: number) => Handle>(
      'uintptr __stdcall OpenProcess(uint32 access, bool inherit, uint32 processId)',
    ),
    CloseHandle: kernel<(handle: Handle) => boolean>('bool __stdcall CloseHandle(uintptr handle)'),
    QueryFullProcessImageNameW: kernel<(process: Handle, flags: number, text: Buffer, length: number[]) => boolean>(
      'bool __stdcall QueryFullProcessImageNameW(uintptr process, uint32 flags, void *text, _Inout_ uint32 *length)',
    ),
    GetCurrentThreadId: kernel<() => number>('uint32 __stdcall GetCurrentThreadId()'),
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
