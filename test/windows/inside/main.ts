/** Runs under Wine. Usage: node.exe main.cjs RESULTS PART...: tries these parts and writes what it saw, as figures. */
import { writeFileSync } from 'node:fs';
import { release } from 'node:os';
import { dirname } from 'node:path';
import { loadWin32, type Win32 } from '../../../electron/lockdown/windows/win32.ts';
import { below, exactly, type Figure, matching } from '../../rehearsal/figures.ts';
import { WINDOWS_PARTS, type WindowsPart } from '../parts.ts';
import { tryDesktops } from './try-desktops.ts';
import { tryEnvironment } from './try-environment.ts';
import { tryInstaller } from './try-installer.ts';
import { tryKeyboard } from './try-keyboard.ts';
import { tryPrograms } from './try-programs.ts';
import { tryRestore } from './try-restore.ts';
import { tryWindows } from './try-windows.ts';

const [results = '', ...parts] = process.argv.slice(2);
const folder = dirname(results);
const MOST_SECONDS = 90;

/** In the order in which they are tried: the desktops come before there is a window. */
const TRIES: Record<WindowsPart, (win32: Win32) => Promise<Figure[]>> = {
  desktops: tryDesktops,
  keyboard: (win32) => tryKeyboard(win32, folder),
  programs: () => tryPrograms(folder),
  windows: (win32) => tryWindows(win32, folder),
  restore: (win32) => tryRestore(win32, folder),
  environment: tryEnvironment,
  installer: async () => tryInstaller(folder),
};

/** A part that breaks off is a figure that does not hold, with the reason in it; the others are tried all the same. */
async function attempt(part: WindowsPart, win32: Win32): Promise<Figure[]> {
  const start = performance.now();
  try {
    const figures = await TRIES[part](win32);
    return [
      ...figures,
      below(`seconds for ${part}`, Math.round((performance.now() - start) / 100) / 10, 's', MOST_SECONDS),
    ];
  } catch (cause) {
    const broken = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    return [exactly(part, broken, 'text', 'tried to its end')];
  }
}

async function main(): Promise<void> {
  const win32 = await loadWin32();
  const figures = [matching('Windows that Wine claims to be', release(), /^(6[.]1|10[.]0)[.]/)];
  for (const part of WINDOWS_PARTS.filter((each) => parts.includes(each)))
    figures.push(...(await attempt(part, win32)));
  writeFileSync(results, JSON.stringify(figures));
  process.exit(0);
}

void main();
