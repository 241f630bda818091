import type { RunningProcess } from '../../../shared/domain/prohibited-programs.ts';
import type { ProcessEntry, SystemProcesses } from '../processes/system-processes.ts';
import { type FileIdentity, UNKNOWN } from './file-identity.ts';

export interface ScannedProcess extends RunningProcess {
  path: string | null;
}

/** What runs now and what each says it is; `ports` are those whose listeners are wanted. */
export type ScanProcesses = (ports: ReadonlySet<number>) => Promise<ScannedProcess[]>;

interface Parts {
  processes: Pick<SystemProcesses, 'list' | 'listeners'>;
  identityOf(path: string): Promise<FileIdentity>;
  /** Of this program: what it consists of is never looked at. */
  ownPath: string;
  log(text: string): void;
}

const keyOf = ({ pid, image, path }: ProcessEntry): string => `${pid} ${path ?? image}`;

/** A process that was there at the last look is not read again, so that looking every few seconds costs little. */
export function createProcessScan({ processes, identityOf, ownPath, log }: Parts): ScanProcesses {
  let known = new Map<string, FileIdentity>();
  let saidNoPorts = false;

  async function portsByProcess(ports: ReadonlySet<number>): Promise<Map<number, number[]>> {
    const found = new Map<number, number[]>();
    try {
      for (const { pid, port } of await processes.listeners(ports)) found.set(pid, [...(found.get(pid) ?? []), port]);
    } catch (cause) {
      if (!saidNoPorts) log(`who listens where cannot be had: ${cause}`);
      saidNoPorts = true;
    }
    return found;
  }

  return async (ports) => {
    const entries = (await processes.list()).filter(({ path }) => path !== ownPath);
    const listening = await portsByProcess(ports);
    const seen = new Map<string, FileIdentity>();
    // One file after the other: an old disk does not bear a hundred at once.
    for (const entry of entries) {
      const key = keyOf(entry);
      seen.set(key, known.get(key) ?? (entry.path === null ? UNKNOWN : await identityOf(entry.path)));
    }
    known = seen;
    return entries.map((entry) => ({
      ...entry,
      ...(seen.get(keyOf(entry)) ?? UNKNOWN),
      ports: listening.get(entry.pid) ?? [],
    }));
  };
}
