import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const LIMITS = { timeout: 10_000, maxBuffer: 16_000_000, windowsHide: true };

/** Image names from `tasklist /fo csv /nh`: the first quoted field of each line. */
export const parseTasklist = (output: string): string[] =>
  output.split(/\r?\n/).flatMap((line) => /^"([^"]+)"/.exec(line)?.[1] ?? []);

/** Image names from `ps -axo comm=`, which on macOS are whole paths. */
export const parsePs = (output: string): string[] =>
  output.split('\n').flatMap((line) => (line.trim() ? basename(line.trim()) : []));

/** One process of /proc: the executable's own name where it may be read, else the kernel's short one. */
async function linuxImage(pid: string): Promise<string[]> {
  const target = await readlink(`/proc/${pid}/exe`).catch(() => null);
  if (target) return [basename(target.replace(/ \(deleted\)$/, ''))];
  const short = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
  return short ? [short.trim()] : [];
}

/** Image names of what runs now, each once. Rejects when the system's list cannot be had. */
export async function runningPrograms(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): Promise<Set<string>> {
  if (platform === 'win32') {
    // By its full path: a program of the same name in the current folder must not answer for it.
    const tasklist = join(env.SystemRoot ?? 'C:\\Windows', 'System32', 'tasklist.exe');
    return new Set(parseTasklist((await run(tasklist, ['/fo', 'csv', '/nh'], LIMITS)).stdout));
  }
  if (platform === 'darwin') return new Set(parsePs((await run('/bin/ps', ['-axo', 'comm='], LIMITS)).stdout));
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  return new Set((await Promise.all(processes.map(linuxImage))).flat());
}
