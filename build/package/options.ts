import { parseArgs } from 'node:util';
import { SetupError } from '../terminal.ts';

export type PackagePlatform = 'windows' | 'macos' | 'linux';

export interface DistOptions {
  platform: PackagePlatform;
  /** The folder only, from the runtime that is here, and started: proof that the package works. */
  dir: boolean;
  examServer: string | null;
  /** Where newer versions will lie; null: the program does not look for any. */
  updates: string | null;
}

const here = (platform: NodeJS.Platform): PackagePlatform =>
  platform === 'win32' ? 'windows' : platform === 'darwin' ? 'macos' : 'linux';

/** A program comes from there: whoever stands on the line must not be able to put another in its place. */
function updatesAddress(text: string): string {
  if (URL.canParse(text) && new URL(text).protocol === 'https:') return text;
  throw new SetupError(`更新地址必须以 https:// 开头：${text}`, `Updates must come from an https:// address: ${text}`);
}

/** `[--dir] [--windows|--macos|--linux] [--exam-server FILE] [--updates URL]`. Throws `SetupError`. */
export function parseDistOptions(args: string[], platform = process.platform): DistOptions {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  try {
    const { values } = parseArgs({
      args,
      options: { dir: flag, windows: flag, macos: flag, linux: flag, 'exam-server': text, updates: text },
    });
    const chosen = (['windows', 'macos', 'linux'] as const).filter((name) => values[name]);
    if (chosen.length > 1) throw new SetupError('一次只能选一个平台', 'Choose one platform at a time');
    return {
      platform: chosen[0] ?? here(platform),
      dir: values.dir,
      examServer: values['exam-server'] ?? null,
      updates: values.updates === undefined ? null : updatesAddress(values.updates),
    };
  } catch (cause) {
    if (cause instanceof SetupError) throw cause;
    const usage = 'npm run dist -- [--dir] [--windows|--macos|--linux] [--exam-server FILE] [--updates URL]';
    throw new SetupError(`参数不对。用法：${usage}`, `${(cause as Error).message}\nUsage: ${usage}`, { cause });
  }
}
