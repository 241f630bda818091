import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { extract } from 'tar';
import { packageFiles } from '../models/npm-package.ts';
import { say } from '../terminal.ts';
import { ensureChromium } from './chromium.ts';
import { cachedRuntime, makeRuntime } from './runtime-cache.ts';

/** Chromium 108.0.5351 for Linux on x86-64: the engine of the Electron 22 that ships, as a headless browser. */
const PACKAGE = {
  spec: '@sparticuz/chromium@108.0.3',
  integrity: 'sha512-vMOWoGKb/zQZ83FoB8GUAx5LzofaeCp0qCSQDkuugx89/CFmgRlUBO3x1Kk/4jwVXeM055UaYvhboaohPpH9zA==',
};
const NAME = 'chromium-108.0.5351-linux-x64';
const EXECUTABLE = 'chromium';

async function unpack(folder: string, scratch: string): Promise<void> {
  const [program, renderer] = await packageFiles(PACKAGE, ['bin/chromium.br', 'bin/swiftshader.tar.br']);
  await writeFile(join(folder, EXECUTABLE), brotliDecompressSync(program as Buffer));
  await chmod(join(folder, EXECUTABLE), 0o755);
  const archive = join(scratch, 'swiftshader.tar');
  await writeFile(archive, brotliDecompressSync(renderer as Buffer));
  await extract({ file: archive, cwd: folder });
}

/**
 * The path of a Chromium 108, fetched from the npm registry if an earlier run did not. Null where there is none for
 * this platform. Throws `SetupError` when it cannot be fetched.
 */
export async function ensureChromium108(): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const folder = cachedRuntime(NAME) ?? (await makeRuntime(NAME, unpack));
  return join(folder, EXECUTABLE);
}

/** The engine to try the exam window on: Chromium 108, else (said loudly) the browser at hand, which is a newer one. */
export async function ensureExamEngine(): Promise<string> {
  try {
    const exact = await ensureChromium108();
    if (exact) return exact;
    say(
      '此平台没有 Chromium 108，改用现有浏览器',
      'NO CHROMIUM 108 for this platform: using the browser at hand instead',
    );
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    say(
      '无法取得 Chromium 108，改用现有浏览器',
      `COULD NOT FETCH CHROMIUM 108, using the browser at hand instead: ${reason}`,
    );
  }
  return ensureChromium();
}
