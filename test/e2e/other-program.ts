import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A real program that runs beside the exam. */
export interface OtherProgram {
  /** What ended it; null while it runs. */
  signal(): NodeJS.Signals | null;
  end(): Promise<void>;
}

/** Runs a copy of Node under this name; it listens on the port, 0 for any. */
export async function startProgram(folder: string, name: string, port = 0): Promise<OtherProgram> {
  const path = join(folder, name);
  await copyFile(process.execPath, path);
  const script = `require('net').createServer().listen(${port}, '127.0.0.1', () => console.log('up'))`;
  const child = spawn(path, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return {
    signal: () => child.signalCode,
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
