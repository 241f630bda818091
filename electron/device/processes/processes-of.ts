import type { DesktopSystem } from '../../../shared/domain/prohibited-programs.ts';
import { linuxProcesses } from './linux-processes.ts';
import { macosProcesses } from './macos-processes.ts';
import type { SystemProcesses } from './system-processes.ts';
import { createWindowsProcesses } from './windows-processes.ts';

/** The processes of the system we run on. */
export function processesOf(system: DesktopSystem, env: NodeJS.ProcessEnv): SystemProcesses {
  if (system === 'win32') return createWindowsProcesses(env.SystemRoot ?? 'C:\\Windows');
  return system === 'darwin' ? macosProcesses : linuxProcesses;
}

/** File names of what runs now. Rejects when the list cannot be had. */
export const runningImages = async ({ list }: SystemProcesses): Promise<string[]> =>
  (await list()).map(({ image }) => image);
