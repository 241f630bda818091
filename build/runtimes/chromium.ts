import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from '../terminal.ts';
import { installCommand } from './distribution.ts';
import { distributionHere, installAsRoot } from './system-libraries.ts';

/** Where Chrome, Chromium and Edge install themselves. `env` gives the Windows folders. */
export function knownBrowsers(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((folder) => folder != null);
    const programs = ['Google/Chrome', 'Chromium'].map((name) => `${name}/Application/chrome.exe`);
    return [...programs, 'Microsoft/Edge/Application/msedge.exe'].flatMap((program) =>
      folders.map((folder) => join(folder, program)),
    );
  }
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].map(
    (name) => `/usr/bin/${name}`,
  );
}

const installedBrowser = (): string | undefined => knownBrowsers(process.platform, process.env).find(existsSync);

async function installBrowser(): Promise<string> {
  const distribution = await distributionHere();
  if (distribution && (await installAsRoot(distribution, ['chromium']))) {
    const installed = installedBrowser();
    if (installed) return installed;
  }
  const how = distribution ? installCommand(distribution, ['chromium']) : 'https://www.google.com/chrome/';
  throw new SetupError(
    `没有找到 Chrome、Chromium 或 Edge。请安装（${how}），或用 CHROMIUM_PATH 指明其路径。`,
    `No Chrome, Chromium or Edge was found. Install one (${how}), or name its path in CHROMIUM_PATH.`,
  );
}

/**
 * The path of a Chromium-like browser for the rehearsal and the end-to-end tests: CHROMIUM_PATH, else one that is
 * installed, else (as root on Debian) a freshly installed one. Throws `SetupError` with what to do.
 */
export async function ensureChromium(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (!named) return installedBrowser() ?? (await installBrowser());
  if (existsSync(named)) return named;
  throw new SetupError(
    `CHROMIUM_PATH 指向的文件不存在：${named}`,
    `CHROMIUM_PATH names a file that is not there: ${named}`,
  );
}
