import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadArtifact } from '@electron/get';
import extractZip from 'extract-zip';
import { projectPath } from '../project.ts';
import { say } from '../terminal.ts';
import { cachedRuntime, makeRuntime } from './runtime-cache.ts';
import type { RuntimeSource } from './runtime-choice.ts';

/** Milliseconds. A closed network must fail within seconds; a slow one may take its time once data flows. */
const TIMEOUTS = { lookup: 4_000, connect: 4_000, secureConnect: 6_000, response: 10_000, socket: 20_000 };

/** Tells each further quarter of a download: it is 100 MB, and some lines are slow. */
function tellQuarters(): (progress: { percent: number; total?: number }) => Promise<void> {
  let told = 0;
  return async ({ percent, total = 0 }) => {
    const quarters = total > 10_000_000 ? Math.floor(percent * 4) : 0;
    if (quarters > told) say(`  已下载 ${quarters * 25}%`, `${quarters * 25}% downloaded`);
    told = Math.max(told, quarters);
  };
}

/** Where Electron's archives put the executable. */
export function electronExecutable(folder: string): string {
  if (process.platform === 'darwin') return join(folder, 'Electron.app/Contents/MacOS/Electron');
  return join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron');
}

async function readJson<Value>(path: string): Promise<Value> {
  return JSON.parse(await readFile(projectPath(path), 'utf8')) as Value;
}

/**
 * The binary that Electron's authors publish, of the version in package.json, checked against the checksums that came
 * with the npm package. ELECTRON_MIRROR and npm's electron_mirror setting are respected by @electron/get.
 */
export async function officialElectron(): Promise<RuntimeSource> {
  const { version } = await readJson<{ version: string }>('node_modules/electron/package.json');
  const name = `electron-${version}-${process.platform}-${process.arch}`;
  return {
    zh: `官方 Electron ${version}`,
    en: `official Electron ${version}`,
    async cached() {
      const folder = cachedRuntime(name);
      return folder && electronExecutable(folder);
    },
    async fetch() {
      // Its own progress bar waits in a 30 s timer that a failed download leaves running.
      process.env.ELECTRON_GET_NO_PROGRESS = '1';
      const archive = await downloadArtifact({
        version,
        artifactName: 'electron',
        checksums: await readJson<Record<string, string>>('node_modules/electron/checksums.json'),
        downloadOptions: { timeout: TIMEOUTS, retry: 0, quiet: true, getProgressCallback: tellQuarters() },
      });
      return electronExecutable(await makeRuntime(name, (folder) => extractZip(archive, { dir: folder })));
    },
  };
}
