import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface ServerProgram {
  file: string;
  execArgv: string[];
}

const SOURCES: ServerProgram = {
  file: fileURLToPath(new URL('../../server/main.ts', import.meta.url)),
  execArgv: ['--import', 'tsx'],
};
/** As it is delivered, and there in a third of the time; `bundle()` makes it. */
export const BUNDLED: ServerProgram = {
  file: fileURLToPath(new URL('../../dist/server/main.js', import.meta.url)),
  execArgv: [],
};

export interface ServerProcess {
  child: ChildProcess;
  origin: string;
  /** The certificate it made, PEM. */
  ca: string;
}

/** The server as a process of its own, as it is started in earnest. */
export function forkServer(args: string[], { file, execArgv } = SOURCES): ChildProcess {
  return fork(file, args, { execArgv, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
}

export async function startProcess(data: string, args: string[], program = SOURCES): Promise<ServerProcess> {
  const child = forkServer(['--data', data, '--host', '127.0.0.1', '--port', '0', ...args], program);
  const [message] = (await once(child, 'message')) as [{ type: string; origin: string }];
  if (message.type !== 'ready') throw new Error(`the server did not start: ${JSON.stringify(message)}`);
  return { child, origin: message.origin, ca: await readFile(join(data, 'tls', 'cert.pem'), 'utf8') };
}

/** Ends it by a signal and waits until it is gone. */
export async function endProcess(
  { child }: Pick<ServerProcess, 'child'>,
  signal: NodeJS.Signals,
): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const gone = once(child, 'exit');
  child.kill(signal);
  const [code] = (await gone) as [number | null];
  return code;
}
