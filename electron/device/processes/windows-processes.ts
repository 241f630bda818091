import { execFile } from 'node:child_process';
import { basename, join } from 'node:path/win32';
import { promisify } from 'node:util';
import type koffi from 'koffi';
import { type ProcessEntry, type SystemProcesses, signal } from './system-processes.ts';

const run = promisify(execFile);

const SNAPSHOT_PROCESSES = 0x2;
const QUERY_LIMITED_INFORMATION = 0x1000;
const INVALID_HANDLE = -1;
const PATH_CHARACTERS = 1_024;
/** PROCESSENTRY32W: its size first, the process, and the name of its file at the end. */
const ENTRY = {
  size: process.arch === 'ia32' ? 556 : 568,
  pid: 8,
  image: process.arch === 'ia32' ? 36 : 44,
  imageCharacters: 260,
};

const LISTENERS = 3;
const INSUFFICIENT_BUFFER = 122;
/** Rows of the tables of listening sockets: their size, and where port and process stand in them. */
const TABLES = [
  { family: 2, row: 24, port: 8, pid: 20 },
  { family: 23, row: 56, port: 20, pid: 52 },
] as const;

/** The calls of Windows that are needed. Other systems never load the library. */
function bindWindows() {
  const { load } = require('koffi') as typeof koffi;
  const kernel = load('kernel32.dll');
  const network = load('iphlpapi.dll');
  return {
    snapshot: kernel.func('intptr_t __stdcall CreateToolhelp32Snapshot(uint32_t flags, uint32_t pid)'),
    first: kernel.func('int __stdcall Process32FirstW(intptr_t snapshot, void *entry)'),
    next: kernel.func('int __stdcall Process32NextW(intptr_t snapshot, void *entry)'),
    open: kernel.func('intptr_t __stdcall OpenProcess(uint32_t access, int inherit, uint32_t pid)'),
    pathOf: kernel.func(
      'int __stdcall QueryFullProcessImageNameW(intptr_t process, uint32_t flags, void *text, void *length)',
    ),
    close: kernel.func('int __stdcall CloseHandle(intptr_t handle)'),
    tcpTable: network.func(
      'uint32_t __stdcall GetExtendedTcpTable(void *table, void *size, int order, uint32_t family, int kind, uint32_t reserved)',
    ),
  };
}

const wideText = (bytes: Buffer): string => bytes.toString('utf16le').replace(/\0.*$/s, '');

/** Processes of Windows, by its own calls: its commands take a second on an old computer, these a millisecond. */
export function createWindowsProcesses(systemRoot: string): SystemProcesses {
  let bound: ReturnType<typeof bindWindows> | null = null;
  /** Bound at the first use: a computer on which that fails has no list of programs, and an exam all the same (LOCK-3). */
  const windows = () => {
    bound ??= bindWindows();
    return bound;
  };
  const known = new Map<number, ProcessEntry>();
  const taskkill = join(systemRoot, 'System32', 'taskkill.exe');

  function pathOf(pid: number): string | null {
    const handle = windows().open(QUERY_LIMITED_INFORMATION, 0, pid) as number;
    if (!handle) return null;
    const text = Buffer.alloc(PATH_CHARACTERS * 2);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(PATH_CHARACTERS);
    const told = windows().pathOf(handle, 0, text, length) as number;
    windows().close(handle);
    return told ? wideText(text.subarray(0, length.readUInt32LE(0) * 2)) : null;
  }

  function list(): ProcessEntry[] {
    const snapshot = windows().snapshot(SNAPSHOT_PROCESSES, 0) as number;
    if (snapshot === INVALID_HANDLE) throw new Error('no snapshot of the processes');
    try {
      const entry = Buffer.alloc(ENTRY.size);
      entry.writeUInt32LE(ENTRY.size);
      const found: ProcessEntry[] = [];
      for (let more = windows().first(snapshot, entry); more; more = windows().next(snapshot, entry)) {
        const pid = entry.readUInt32LE(ENTRY.pid);
        const image = basename(wideText(entry.subarray(ENTRY.image, ENTRY.image + ENTRY.imageCharacters * 2)));
        const before = known.get(pid);
        found.push(before?.image === image ? before : { pid, image, path: pathOf(pid) });
      }
      known.clear();
      for (const each of found) known.set(each.pid, each);
      return found;
    } finally {
      windows().close(snapshot);
    }
  }

  function listenersOf({ family, row, port, pid }: (typeof TABLES)[number]): { pid: number; port: number }[] {
    const size = Buffer.alloc(4);
    for (let tries = 0; tries < 4; tries += 1) {
      const table = Buffer.alloc(size.readUInt32LE(0));
      const failure = windows().tcpTable(table.length > 0 ? table : null, size, 0, family, LISTENERS, 0) as number;
      if (failure === INSUFFICIENT_BUFFER) continue;
      if (failure !== 0 || table.length < 4) return [];
      return Array.from({ length: Math.min(table.readUInt32LE(0), Math.floor((table.length - 4) / row)) }, (_, at) => ({
        pid: table.readUInt32LE(4 + at * row + pid),
        // In the order of the network, in the lower half of the field.
        port: table.readUInt16BE(4 + at * row + port),
      }));
    }
    return [];
  }

  return {
    list: async () => list(),
    listeners: async (ports) => TABLES.flatMap(listenersOf).filter(({ port }) => ports.has(port)),
    async askToClose(pid) {
      // Without /f it closes the windows, as the cross at their corner does. One that has none is told to be refused.
      await run(taskkill, ['/pid', String(pid)], { timeout: 10_000, windowsHide: true });
    },
    end: async (pid) => signal(pid, 'SIGKILL'),
  };
}
