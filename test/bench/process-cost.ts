import { readFile } from 'node:fs/promises';

/** Linux counts processor time in these. */
const TICKS_A_SECOND = 100;

/** Seconds of processor time a process has used, and the megabytes it holds; of Linux's /proc. */
export async function processCost(pid: number): Promise<{ cpuSeconds: number; residentMb: number }> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user = 0, system = 0] = [Number(fields[11]), Number(fields[12])];
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const resident = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0);
  return { cpuSeconds: (user + system) / TICKS_A_SECOND, residentMb: Math.round(resident / 1024) };
}
