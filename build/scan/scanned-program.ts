import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build, transform } from 'esbuild';
import { bundleTargets } from '../bundle/targets.ts';
import { projectPath } from '../project.ts';

/** The newest language that the scanner's parser reads to the end; what it cannot read it leaves out. */
const READABLE = 'es2018';

/**
 * Lays the exam window's program into `folder` as the scanner can read it: what is packaged, from the same entries, but as modules,
 * since the scanner knows Electron's parts by their plain names.
 */
export async function layScannedProgram(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'exam'), { recursive: true });
  for (const { entry, output, options } of bundleTargets) {
    if (!/^dist\/(electron|exam)\//.test(output)) continue;
    const bundle = { ...options, format: 'esm', minify: false, write: false, bundle: true } as const;
    const built = await build({ ...bundle, entryPoints: [projectPath(entry)], outfile: join(folder, output) });
    const script = built.outputFiles.find(({ path }) => !path.endsWith('.css'))?.text ?? '';
    const { code } = await transform(script, { target: READABLE });
    const name = `${basename(output).replace(/\.cjs$/, '.js')}`;
    await writeFile(join(folder, basename(dirname(output)) === 'exam' ? 'exam' : '', name), code);
  }
  await writeFile(join(folder, 'exam/index.html'), await readFile(projectPath('renderer/exam/index.html')));
}
