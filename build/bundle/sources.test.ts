import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { projectPath } from '../project.ts';
import { copies } from './copies.ts';
import { BUNDLE_SOURCES } from './sources.ts';
import { bundleTargets } from './targets.ts';

/** Libraries are pinned by the lock file, which is a source itself. */
const isLibrary = (path: string): boolean => path.startsWith('node_modules/');
const isSource = (path: string): boolean =>
  isLibrary(path) || BUNDLE_SOURCES.some((source) => path === source || path.startsWith(`${source}/`));

it.each(bundleTargets)('every file compiled into $output makes the bundle stale when it changes', async (target) => {
  const { metafile } = await build({
    ...target.options,
    absWorkingDir: projectPath(),
    entryPoints: [target.entry],
    outfile: target.output,
    bundle: true,
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const inputs = Object.keys(metafile.inputs);
  expect(inputs).toContain(target.entry);
  expect(inputs.filter((path) => !isSource(path))).toEqual([]);
});

it('so does every file that is copied', () => {
  expect(copies.map(([from]) => from).filter((path) => !isSource(path))).toEqual([]);
});
