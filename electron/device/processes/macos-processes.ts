import { execFile } from 'node:child_process';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { type ProcessEntry, type SystemProcesses, signal } from './system-processes.ts';

const run = promisify(execFile);
const LIMITS = { timeout: 10_000, maxBuffer: 16_000_000 };

/** `ps -axo pid=,comm=`: a number and, on macOS, the whole path. */
export const parsePs = (output: string): ProcessEntry[] =>
  output.split('\n').flatMap((line) => {
    const [, pid, path] = /^\s*(\d+)\s+(\S.*?)\s*$/.exec(line) ?? [];
    if (!pid || !path) return [];
    return [{ pid: Number(pid), image: basename(path), path: path.startsWith('/') ? path : null }];
  });

/** `lsof -F pn`: a line `p` and the process, then a line `n` and the address for each of its sockets. */
export function parseLsof(output: string): { pid: number; port: number }[] {
  let pid = 0;
  return output.split('\n').flatMap((line) => {
    if (line.startsWith('p')) pid = Number(line.slice(1));
    const port = /^n.*:(\d+)$/.exec(line)?.[1];
    return port ? [{ pid, port: Number(port) }] : [];
  });
}

export const macosProcesses: SystemProcesses = {
  list: async () => parsePs((await run('/bin/ps', ['-axo', 'pid=,comm='], LIMITS)).stdout),
  async listeners(ports) {
    // Exits with 1 when nothing listens.
    const output = await run('/usr/sbin/lsof', ['-nP', '-iTCP', '-sTCP:LISTEN', '-F', 'pn'], LIMITS).then(
      ({ stdout }) => stdout,
      (cause: { stdout?: string }) => cause.stdout ?? '',
    );
    return parseLsof(output).filter(({ port }) => ports.has(port));
  },
  // A program with windows saves and quits on it; sending it the menu's command would want a permission of its own.
  askToClose: async (pid) => signal(pid, 'SIGTERM'),
  end: async (pid) => signal(pid, 'SIGKILL'),
};
