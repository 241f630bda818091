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

/** Runs npm: the one that started this command when there is one, so that versions and settings agree. */
export async function runNpm(args: string[]): Promise<string> {
  const script = process.env.npm_execpath;
  if (script && /npm-cli[.]c?js$/.test(script)) return await run(process.execPath, [script, ...args]);
  return process.platform === 'win32' ? await run('cmd.exe', ['/c', 'npm', ...args]) : await run('npm', args);
}
