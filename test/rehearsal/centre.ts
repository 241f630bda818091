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
  /** `kill -9`, and the same again on its data and port. Resolves once it serves. */
  killAndRestart(): Promise<void>;
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
  // Its evidence key lies beside the data.
  const directory = await mkdtemp(join(tmpdir(), 'yunkao-rehearsal-'));
  const dataDir = join(directory, 'data');
  const start = (port: number): ChildProcess =>
    fork(
      serverFile,
      [
        ...['--data', dataDir, '--port', String(port)],
        ...timeOptions(times),
        ...(sample ? ['--sample', sample] : []),
        ...(buildKey ? ['--build-key', buildKey] : []),
      ],
      { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env: { ...process.env, ...env } },
    );
  let child = start(0);
  const { origin, fingerprint } = await readiness(child);
  const port = Number(new URL(origin).port);
  const ended = async (signal: NodeJS.Signals): Promise<void> => {
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  };
  return {
    origin,
    port,
    get pid() {
      return child.pid ?? 0;
    },
    fingerprint,
    dataDir,
    certificate: () => readFile(join(dataDir, 'tls', 'cert.pem'), 'utf8'),
    async killAndRestart() {
      await ended('SIGKILL');
      child = start(port);
      await readiness(child);
    },
    async close() {
      await ended('SIGTERM');
      await rm(directory, { recursive: true, force: true });
    },
  };
}
