import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectPath } from '../../build/project.ts';

/** What runs under Wine: entry files, and the product's own threads, bundled as the product is (build/bundle/targets.ts). */
const ENTRIES = {
  main: 'test/windows/inside/main.ts',
  stranger: 'test/windows/inside/stranger-program.ts',
  locker: 'test/windows/inside/locker-program.ts',
  typist: 'test/windows/inside/typist-program.ts',
  'key-hook-thread': 'electron/lockdown/windows/key-hook-thread.ts',
};

/** Bundles them into `dist`, where they find koffi as the product does. Returns the folder. */
export async function bundlePrograms(): Promise<string> {
  const folder = projectPath('dist/windows-programs');
  await mkdir(folder, { recursive: true });
  await Promise.all(
    Object.entries(ENTRIES).map(([name, entry]) =>
      build({
        ...{
          platform: 'node',
          format: 'cjs',
          target: 'node16',
          external: ['koffi'],
          bundle: true,
          logLevel: 'warning',
        },
        entryPoints: [projectPath(entry)],
        outfile: join(folder, `${name}.cjs`),
      }),
    ),
  );
  return folder;
}
