import { readFile } from 'node:fs/promises';
import { processTree } from '../process-tree.ts';

/** What Chromium calls its processes; the shell's own has no type. */
export const PROCESSES = ['main', 'renderer', 'gpu-process', 'utility'] as const;
type ProcessKind = (typeof PROCESSES)[number];

/** Megabytes that a shell's processes hold, by kind; pages that several share are counted once (Pss, of Linux's /proc). */
export async function memoryByProcess(shell: number): Promise<Record<ProcessKind, number>> {
  const held: Record<ProcessKind, number> = { main: 0, renderer: 0, 'gpu-process': 0, utility: 0 };
  for (const pid of await processTree(shell)) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
    if (command === null) continue;
    const type = /--type=([\w-]+)/.exec(command)?.[1] ?? (pid === shell ? 'main' : null);
    const kind = PROCESSES.find((each) => each === type);
    if (kind) held[kind] += Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) / 1024;
  }
  return held;
}
