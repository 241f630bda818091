/** Runs under Wine. Usage: node.exe main.cjs RESULTS: tries the measures and writes what it saw, as figures. */
import { writeFileSync } from 'node:fs';
import { release } from 'node:os';
import { dirname } from 'node:path';
import { loadWin32 } from '../../../electron/lockdown/windows/win32.ts';
import { exactly, type Figure, matching } from '../../rehearsal/figures.ts';
import { tryEnvironment } from './try-environment.ts';
import { tryKeyboard } from './try-keyboard.ts';
import { tryPrograms } from './try-programs.ts';
import { tryRestore } from './try-restore.ts';
import { tryWindows } from './try-windows.ts';

const [results = ''] = process.argv.slice(2);
const folder = dirname(results);

/** A part that breaks off is a figure that does not hold, with the reason in it; the others are tried all the same. */
async function attempt(part: string, tried: () => Promise<Figure[]>): Promise<Figure[]> {
  try {
    return await tried();
  } catch (cause) {
    return [
      exactly(
        part,
        cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
        'text',
        'tried to its end',
      ),
    ];
  }
}

async function main(): Promise<void> {
  const win32 = await loadWin32();
  const figures = [
    matching('Windows that Wine claims to be', release(), /^(6[.]1|10[.]0)[.]/),
    ...(await attempt('keyboard', () => tryKeyboard(win32, folder))),
    ...(await attempt('programs', () => tryPrograms(folder))),
    ...(await attempt('windows', () => tryWindows(win32, folder))),
    ...(await attempt('restore', () => tryRestore(win32, folder))),
    ...(await attempt('environment', () => tryEnvironment(win32))),
  ];
  writeFileSync(results, JSON.stringify(figures));
  process.exit(0);
}

void main();
