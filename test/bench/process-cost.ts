import { readFile } from 'node:fs/promises';

/** Linux counts processor time in these. */
export const TICKS_A_SECOND = 100;

/** Seconds of processor time that a process or thread has used, by the path of its `stat`. */
export async function processorSeconds(path: string): Promise<number> {
  const stat = await readFile(path, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}

/** Seconds of processor time a process has used, and the megabytes it holds; of Linux's /proc. */
export async function processCost(pid: number): Promise<{ cpuSeconds: number; residentMb: number }> {
  const cpuSeconds = await processorSeconds(`/proc/${pid}/stat`);
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const resident = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0);
  return { cpuSeconds, residentMb: Math.round(resident / 1024) };
}
