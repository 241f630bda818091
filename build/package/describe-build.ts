import { createHash, createPrivateKey, sign } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Build } from '../../shared/contract/shell-statement.ts';
import { projectPath } from '../project.ts';
import { run } from '../run.ts';
import { SetupError } from '../terminal.ts';

const NATIVE_SYSTEMS = ['win32_ia32', 'win32_x64', 'darwin_x64', 'linux_x64'];

const hashOf = async (path: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/')).sort();
}

/** The commit that is packaged, marked where files differ from it. */
async function commitHere(): Promise<string> {
  try {
    const commit = (await run('git', ['rev-parse', 'HEAD'])).trim();
    return (await run('git', ['status', '--porcelain'])).trim() === '' ? commit : `${commit}-changed`;
  } catch {
    return 'unknown';
  }
}

async function signingKey(path: string) {
  try {
    const key = createPrivateKey(await readFile(path));
    if (key.asymmetricKeyType === 'ed25519') return key;
    throw new Error(`it is ${key.asymmetricKeyType}`);
  } catch (cause) {
    throw new SetupError(
      `YUNKAO_BUILD_KEY 指向的文件不是可用的 Ed25519 私钥（PEM）：${path}`,
      `YUNKAO_BUILD_KEY names no usable Ed25519 private key (PEM): ${path}`,
      { cause },
    );
  }
}

/**
 * Writes `build.json` about everything in `stage`, and its signature beside it when `keyFile` is given; without one the
 * package says of itself that it is for development.
 */
export async function describeBuild(
  stage: string,
  { version, electron }: Pick<Build, 'version' | 'electron'>,
  keyFile: string | undefined,
): Promise<'signed' | 'unsigned'> {
  const key = keyFile ? await signingKey(keyFile) : null;
  const files: Build['files'] = {};
  for (const path of await filesBelow(stage)) {
    files[path] = await hashOf(join(stage, path));
  }
  const native: Build['native'] = {};
  for (const system of NATIVE_SYSTEMS) {
    native[system] = await hashOf(projectPath('node_modules/koffi/build/koffi', system, 'koffi.node'));
  }
  const build: Build = { version, commit: await commitHere(), electron, files, native };
  const text = JSON.stringify(build);
  await writeFile(join(stage, 'build.json'), text);
  if (!key) return 'unsigned';
  await writeFile(join(stage, 'build.json.sig'), sign(null, Buffer.from(text), key).toString('base64'));
  return 'signed';
}
