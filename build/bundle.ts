import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, stop } from 'esbuild';
import { copies, copyStaticFiles } from './bundle/copies.ts';
import { digestOf } from './bundle/digest.ts';
import { precompress } from './bundle/precompress.ts';
import { BUNDLE_SOURCES } from './bundle/sources.ts';
import { bundleTargets } from './bundle/targets.ts';
import { projectPath } from './project.ts';
import { runCommand, SetupError, say } from './terminal.ts';

const STAMP = 'dist/.digest';

/** Pages that travel over a network; the exam window's is local. */
const SERVED = ['dist/phone', 'dist/results', 'dist/console'];

function requireSources(): void {
  const sources = [...bundleTargets.map(({ entry }) => entry), ...copies.map(([from]) => from)];
  const missing = sources.filter((path) => !existsSync(projectPath(path)));
  if (missing.length === 0) return;
  throw new SetupError(
    `无法构建，缺少：${missing.join('，')}`,
    `Cannot bundle, these are missing: ${missing.join(', ')}`,
  );
}

async function isCurrent(digest: string): Promise<boolean> {
  const outputs = [...bundleTargets.map(({ output }) => output), ...copies.map(([, to]) => to)];
  if (!outputs.every((path) => existsSync(projectPath(path)))) return false;
  return (await readFile(projectPath(STAMP), 'utf8').catch(() => '')) === digest;
}

/**
 * Makes `dist/` from the sources, all entries at once; does nothing when the sources are what they were.
 * Throws `SetupError` when a source is missing, and esbuild's own failure (already printed) when one does not compile.
 */
export async function bundle(): Promise<'built' | 'unchanged'> {
  requireSources();
  const digest = await digestOf(projectPath(), BUNDLE_SOURCES);
  if (await isCurrent(digest)) return 'unchanged';
  await Promise.all([
    copyStaticFiles(),
    ...bundleTargets.map(({ entry, output, options }) =>
      build({
        ...options,
        entryPoints: [projectPath(entry)],
        outfile: projectPath(output),
        bundle: true,
        sourcemap: true,
        logLevel: 'warning',
      }),
    ),
  ]);
  await Promise.all(SERVED.map((folder) => precompress(projectPath(folder))));
  // esbuild stays on as a process otherwise, for as long as whoever called us.
  await stop();
  await writeFile(projectPath(STAMP), digest);
  return 'built';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runCommand(async () => {
    const started = performance.now();
    const outcome = await bundle();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    say(`构建：${outcome === 'built' ? '完成' : '无变化'}（${seconds} 秒）`, `Bundle ${outcome} (${seconds} s)`);
  });
}
