import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build, Platform } from 'electron-builder';
import { projectPath } from '../project.ts';
import { run } from '../run.ts';
import { SetupError } from '../terminal.ts';
import { type PackageChoice, packageConfig } from './config.ts';
import type { DistOptions, PackagePlatform } from './options.ts';

/** Electron of the packages that candidates get: the last that runs on Windows 7. */
export const RELEASE_ELECTRON = '22.3.27';

const PLATFORMS: Record<PackagePlatform, Platform> = {
  windows: Platform.WINDOWS,
  macos: Platform.MAC,
  linux: Platform.LINUX,
};

/** Which Electron is in this executable, by its own word. */
async function versionOf(electron: string): Promise<string> {
  return (await run(electron, ['-p', 'process.versions.electron'], { ELECTRON_RUN_AS_NODE: '1' })).trim();
}

/** A folder package is made of the Electron that is here; one for candidates of the release's own, and of no other. */
export async function packageChoice(options: DistOptions, electron: string | null): Promise<PackageChoice> {
  const { examServer, updates } = options;
  if (examServer !== null && !existsSync(examServer)) {
    throw new SetupError(`没有这个文件：${examServer}`, `There is no such file: ${examServer}`);
  }
  const local =
    electron === null ? null : { electronDist: dirname(electron), electronVersion: await versionOf(electron) };
  return {
    ...(local ?? { electronDist: null, electronVersion: RELEASE_ELECTRON }),
    ...{ examServer, updates, env: process.env },
  };
}

/** Packages what was staged. Resolves with the files that were made; nothing is published. */
export async function makePackage({ platform, dir }: DistOptions, choice: PackageChoice): Promise<string[]> {
  return await build({
    projectDir: projectPath(),
    targets: PLATFORMS[platform].createTarget(dir ? 'dir' : null),
    publish: 'never',
    config: packageConfig(choice),
  });
}

/** Bytes of a folder with everything in it. */
export async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
