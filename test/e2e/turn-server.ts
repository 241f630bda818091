import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../free-port.ts';

const PROGRAM = 'turnserver';

/** Whether coturn is on this computer. */
export const hasCoturn = (): boolean => spawnSync(PROGRAM, ['--version']).error === undefined;

/** An address of this computer that a browser takes for a real network. */
export const ownAddress = (): string =>
  Object.values(networkInterfaces())
    .flat()
    .find((each) => each?.family === 'IPv4' && !each.internal)?.address ?? '127.0.0.1';

/** A real coturn that shares `secret` with the exam centre, as an organiser would start it (README). */
export async function startCoturn(secret: string): Promise<{ url: string; close(): Promise<void> }> {
  const [host, port] = [ownAddress(), await freePort()];
  const pidFile = join(tmpdir(), `yunkao-turn-${port}.pid`);
  const child = spawn(PROGRAM, [
    ...[
      '-n',
      '--use-auth-secret',
      `--static-auth-secret=${secret}`,
      '--realm=yunkao',
      '--no-cli',
      '--no-tls',
      '--no-dtls',
    ],
    ...[`--listening-ip=${host}`, `--relay-ip=${host}`, `--listening-port=${port}`, '--log-file=stdout'],
    ...['--simple-log', `--pidfile=${pidFile}`],
  ]);
  const ready = new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`coturn ended (${code})`)));
    createInterface(child.stdout).on('line', (line) => {
      if (line.includes('Total General servers')) resolve();
    });
  });
  await ready;
  return {
    url: `turn:${host}:${port}?transport=udp`,
    async close() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      await rm(pidFile, { force: true });
    },
  };
}
