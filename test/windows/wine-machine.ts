import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ensureWindowsNode } from '../../build/runtimes/wine.ts';
import { say } from '../../build/terminal.ts';
import type { Figure } from '../rehearsal/figures.ts';
import { compileInstaller } from './installer.ts';
import type { WindowsPart } from './parts.ts';
import { bundlePrograms } from './programs.ts';

const PATIENCE_MS = 240_000;

/** Runs a program to its end, whatever it prints. */
async function runQuietly(program: string, args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(program, args, { env, stdio: 'ignore', timeout: PATIENCE_MS });
  await once(child, 'exit');
}

/**
 * Runs the programs on a Windows of their own: its folder is made for this run and thrown away. Results come in a file,
 * since what a Windows program prints under Wine does not arrive.
 */
export async function runInWine(wine: string, parts: readonly WindowsPart[]): Promise<Figure[]> {
  const [node, programs] = [await ensureWindowsNode(), await bundlePrograms()];
  const folder = await mkdtemp(join(tmpdir(), 'yunkao-windows-'));
  const env = {
    ...process.env,
    ...{ WINEPREFIX: join(folder, 'machine'), WINEDEBUG: '-all', NODE_SKIP_PLATFORM_CHECK: '1' },
    // They offer to download what no program here needs.
    WINEDLLOVERRIDES: 'mscoree,mshtml=',
  };
  const results = join(folder, 'figures.json');
  say('正在 Wine 中检验 Windows 措施（约一分钟）', 'trying the Windows measures under Wine (about a minute)');
  try {
    if (parts.includes('installer')) await compileInstaller(join(folder, 'installer'));
    const screen = ['-a', '-s', '-screen 0 1280x800x24'];
    await runQuietly('xvfb-run', [...screen, wine, node, join(programs, 'main.cjs'), results, ...parts], env);
    const text = await readFile(results, 'utf8').catch(() => null);
    if (text === null) throw new Error('the program under Wine ended without a result');
    return JSON.parse(text) as Figure[];
  } finally {
    await runQuietly(join(dirname(wine), 'wineserver'), ['-k', '-w'], env);
    await rm(folder, { recursive: true, force: true });
  }
}
