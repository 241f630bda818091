import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BuildSchema } from '../../shared/contract/shell-statement.ts';

/** What was written into the package about it, and which of its files are otherwise now. */
export interface PackagedBuild {
  build: string | null;
  signature: string | null;
  altered: string[];
}

/** One that runs from its sources, or whose description is gone. */
const UNDESCRIBED: PackagedBuild = { build: null, signature: null, altered: [] };

/** As many as a statement holds. */
const NAMED_AT_MOST = 50;

/** Beside the archive; see the configuration of the packages. */
const nativeLibrary = (system: string): string => `../node_modules/koffi/build/koffi/${system}/koffi.node`;

/** Reads every file of the program in `folder` (an archive or a directory) anew. `system`: e.g. `win32_ia32`. */
export async function packagedBuild(folder: string, system: string): Promise<PackagedBuild> {
  const build = await readFile(join(folder, 'build.json'), 'utf8').catch(() => null);
  if (build === null) return UNDESCRIBED;
  const signature = await readFile(join(folder, 'build.json.sig'), 'utf8').catch(() => null);
  const altered: string[] = [];
  const { files, native } = BuildSchema.parse(JSON.parse(build));
  const library = native[system];
  const expected = library === undefined ? files : { ...files, [nativeLibrary(system)]: library };
  // One after the other: an old computer has other things to do at sign-in.
  for (const [path, sha256] of Object.entries(expected)) {
    const bytes = await readFile(join(folder, path)).catch(() => null);
    if (!bytes || createHash('sha256').update(bytes).digest('hex') !== sha256) altered.push(path);
  }
  return { build, signature, altered: altered.slice(0, NAMED_AT_MOST) };
}
