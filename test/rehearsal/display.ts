import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

export interface Display {
  /** What DISPLAY must be for a window to appear; the person's own display when there is one. */
  env: NodeJS.ProcessEnv;
  close(): Promise<void>;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/**
 * A display for the exam window: always a virtual one of its own on Linux (a kiosk must not seize the desk of
 * whoever rehearses), with a window manager so that full screen and focus are real. Elsewhere the person's own.
 */
export async function openDisplay(): Promise<Display> {
  if (process.platform !== 'linux') return { env: process.env, close: async () => undefined };
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1366x768x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = await once(server.stdio[3] as Readable, 'data');
  // A test may trust the server that it started; the exam window has to know it by its certificate.
  const { NODE_TLS_REJECT_UNAUTHORIZED: _, ...rest } = process.env;
  const env = { ...rest, DISPLAY: `:${String(number).trim()}` };
  const manager = spawn('openbox', [], { env, stdio: 'ignore' });
  await once(manager, 'spawn');
  return {
    env,
    async close() {
      await stop(manager);
      await stop(server);
    },
  };
}
