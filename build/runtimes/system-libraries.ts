import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { run } from '../run.ts';
import { SetupError, say } from '../terminal.ts';
import { type Distribution, installCommand, notInstalled, readDistribution } from './distribution.ts';

/** Both programs fail when a package is absent and still list those that are there: the listing is what counts. */
async function missingPackages({ installer, packages }: Distribution): Promise<string[]> {
  const [program, ...options] =
    installer === 'apt-get'
      ? // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query fills these
        ['dpkg-query', '--show', '--showformat', '${Package} ${db:Status-Abbrev}\\n']
      : ['rpm', '--query', '--queryformat', '%{NAME} ii\\n'];
  const listing = await new Promise<string>((resolve) => {
    execFile(program as string, [...options, ...packages], (_failure, stdout) => resolve(stdout));
  });
  return notInstalled(packages, listing);
}

/** apt's lists may be absent (a container) or stale: they are fetched once, and only when the first try fails. */
async function aptInstall(packages: readonly string[]): Promise<void> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  const install = ['install', '-y', '-q', '--no-install-recommends', ...wait, ...packages];
  try {
    await run('apt-get', install, env);
  } catch {
    await run('apt-get', ['update', '-q', ...wait], env);
    await run('apt-get', install, env);
  }
}

/**
 * Installs system packages by ourselves where that is ours to do: as root on Debian. False where it is not.
 * Throws `SetupError` with the command when apt fails.
 */
export async function installAsRoot(distribution: Distribution, packages: readonly string[]): Promise<boolean> {
  if (!distribution.isDebian || process.getuid?.() !== 0) return false;
  say(`  正在安装系统软件包：${packages.join(' ')}`, 'installing system packages');
  try {
    await aptInstall(packages);
    return true;
  } catch (cause) {
    const command = installCommand(distribution, packages);
    throw new SetupError(
      `系统软件包安装失败。请检查网络后运行：${command}`,
      `System packages could not be installed. Check the network and run: ${command}\n${(cause as Error).message}`,
      { cause },
    );
  }
}

/** The distribution this computer runs; null off Linux and where its package names are not known. */
export async function distributionHere(): Promise<Distribution | null> {
  if (process.platform !== 'linux') return null;
  return readDistribution(await readFile('/etc/os-release', 'utf8').catch(() => ''));
}

/**
 * The system libraries that Electron, the rehearsal and the end-to-end tests want on Linux: installed as root on
 * Debian, else left to the person, with the exact command. macOS and Windows need none.
 */
export async function ensureSystemLibraries(): Promise<void> {
  if (process.platform !== 'linux') return;
  const distribution = await distributionHere();
  if (!distribution) {
    say(
      '  未识别的 Linux 发行版：请自行安装 Xvfb、openbox、GTK 3、NSS、ALSA、Chromium、ffmpeg 与中文字体',
      'unknown Linux distribution: install Xvfb, openbox, GTK 3, NSS, ALSA, Chromium, ffmpeg and a CJK font yourself',
    );
    return;
  }
  const missing = await missingPackages(distribution);
  if (missing.length === 0 || (await installAsRoot(distribution, missing))) return;
  const command = installCommand(distribution, missing);
  say(`  缺少系统软件包，请运行：${command}`, `system packages are missing, run: ${command}`);
}
