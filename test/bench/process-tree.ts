import { readdir, readFile } from 'node:fs/promises';
import { processCost } from './process-cost.ts';

async function parents(): Promise<Map<number, number>> {
  const found = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    // A process may end between the listing and the reading.
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    if (stat) found.set(Number(name), parent);
  }
  return found;
}

/** A process and all that it started, and they. */
export async function processTree(root: number): Promise<number[]> {
  const of = await parents();
  const tree = [root];
  for (const each of tree) for (const [pid, parent] of of) if (parent === each) tree.push(pid);
  return tree;
}

/** What a browser, say, has used with all its processes: processor seconds, and megabytes counted once where they are shared. */
export async function treeCost(root: number): Promise<{ cpuSeconds: number; megabytes: number }> {
  const tree = await processTree(root);
  const costs = await Promise.all(
    tree.map(async (pid) => {
      const { cpuSeconds } = await processCost(pid);
      const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
      return { cpuSeconds, kilobytes: Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) };
    }),
  );
  return {
    cpuSeconds: costs.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
    megabytes: Math.round(costs.reduce((sum, { kilobytes }) => sum + kilobytes, 0) / 1024),
  };
}
