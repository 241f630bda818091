import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import given from '../../../assets/prohibited-programs.json';
import { createWindowsProcesses } from '../../../electron/device/processes/windows-processes.ts';
import { createProgramCloser } from '../../../electron/device/programs/close-program.ts';
import { createFileIdentities } from '../../../electron/device/programs/file-identity.ts';
import { createProcessScan } from '../../../electron/device/programs/process-scan.ts';
import { createProgramFinder, foundPrograms } from '../../../electron/device/programs/program-finder.ts';
import { ProhibitedListSchema } from '../../../shared/contract/prohibited-programs.ts';
import { exactly, type Figure } from '../../rehearsal/figures.ts';

/** A renamed copy of a Windows program that may not run, found by its version resource and closed (LOCK-5). */
export async function tryPrograms(folder: string): Promise<Figure[]> {
  const renamed = join(folder, 'notes.exe');
  copyFileSync(process.execPath, renamed);
  const child = spawn(renamed, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  await once(child, 'spawn');

  const processes = createWindowsProcesses(process.env.SystemRoot ?? 'C:\\windows');
  const log = (): void => undefined;
  const scan = createProcessScan({ processes, identityOf: createFileIdentities(), ownPath: process.execPath, log });
  const finder = createProgramFinder({ list: ProhibitedListSchema.parse(given), system: 'win32', scan, log });
  // What the version resource of the copy says of it.
  finder.extend([{ name: 'Node', publisher: '', policy: 'end', images: ['node.exe'], bundleIds: [], ports: [] }]);
  const found = foundPrograms(await finder.matches()).map(({ id, image, by }) => `${id} ${image} ${by}`);
  const close = createProgramCloser({ finder, processes, wait: (ms) => wait(ms), log });
  const outcome = await close('extra-1');
  if (outcome === 'refused') child.kill();
  await ended;
  return [
    exactly('programs found, one of them renamed', found.join(', '), 'text', 'extra-1 notes.exe original_name'),
    exactly('the renamed program, which has no window to close', outcome, 'text', 'ended'),
  ];
}
