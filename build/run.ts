import { execFile } from 'node:child_process';
import { basename } from 'node:path';
import { promisify } from 'node:util';

const exec = promisify(execFile);

/** Runs a program to its end and returns what it printed. Throws with its last lines when it fails. */
export async function run(program: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  try {
    const { stdout } = await exec(program, args, { env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 });
    return stdout;
  } catch (cause) {
    const { stdout = '', stderr = '' } = cause as { stdout?: string; stderr?: string };
    const tail = `${stdout}\n${stderr}`.trim().split('\n').slice(-12).join('\n');
    throw new Error(`${basename(program)} ${args.join(' ')} failed\n${tail}`, { cause });
  }
}

/** How npm is called: the one that started this command when there is one, so that versions and settings agree. */
export function npmCommand(args: readonly string[]): [string, ...string[]] {
  const script = process.env.npm_execpath;
  if (script && /npm-cli[.]c?js$/.test(script)) return [process.execPath, script, ...args];
  return process.platform === 'win32' ? ['cmd.exe', '/c', 'npm', ...args] : ['npm', ...args];
}

/** Runs npm to its end and returns what it printed. Throws with its last lines when it fails. */
export async function runNpm(args: readonly string[]): Promise<string> {
  const [program, ...rest] = npmCommand(args);
  return await run(program, rest);
}
