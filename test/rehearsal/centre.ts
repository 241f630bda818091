import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A real exam centre with a data directory of its own. */
export interface Centre {
  origin: string;
  port: number;
  /** Of the server's process. */
  pid: number;
  fingerprint: string;
  dataDir: string;
  /** The certificate the server made for itself, PEM. */
  certificate(): Promise<string>;
  close(): Promise<void>;
}

/** Sessions one after another from now on. */
export interface CentreTimes {
  sessionInSeconds: number;
  durationSeconds: number;
  breakSeconds: number;
}

interface Ready {
  type: 'ready';
  origin: string;
  fingerprint: string;
}

const serverFile = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));

async function readiness(child: ChildProcess): Promise<Ready> {
  const [message] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`the server ended before it was ready (exit code ${code})`);
    }),
  ])) as [Ready | { type: 'failed'; reason: string }];
  if (message.type !== 'ready') throw new Error(`the server could not start: ${message.reason}`);
  return message;
}

const timeOptions = (times: CentreTimes | 'calendar'): string[] =>
  times === 'calendar'
    ? ['--calendar']
    : [
        ...['--session-in', `${times.sessionInSeconds}s`, '--duration', `${times.durationSeconds}s`],
        ...['--break', `${times.breakSeconds}s`],
      ];

/**
 * `sample`: an examination directory other than the one that comes with the product. `calendar`: on the dates of its plan.
 * `env`: what its process has in its environment beside that of this one.
 * `buildKey`: the public key of whoever has signed the exam windows.
 */
export async function startCentre(
  times: CentreTimes | 'calendar',
  sample?: string,
  env: NodeJS.ProcessEnv = {},
  buildKey?: string,
): Promise<Centre> {
  const dataDir = await mkdtemp(join(tmpdir(), 'yunkao-rehearsal-'));
  const child = fork(
    serverFile,
    [
      ...['--data', dataDir, '--port', '0'],
      ...timeOptions(times),
      ...(sample ? ['--sample', sample] : []),
      ...(buildKey ? ['--build-key', buildKey] : []),
    ],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env: { ...process.env, ...env } },
  );
  const { origin, fingerprint } = await readiness(child);
  return {
    origin,
    port: Number(new URL(origin).port),
    pid: child.pid ?? 0,
    fingerprint,
    dataDir,
    certificate: () => readFile(join(dataDir, 'tls', 'cert.pem'), 'utf8'),
    async close() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
