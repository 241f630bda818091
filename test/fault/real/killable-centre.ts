import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHttpClient, type HttpClient } from '../../../shared/contract/http-client.ts';
import { httpsFetch } from '../../contract/server/https-fetch.ts';
import { writeSample } from '../../contract/server/sample.ts';
import { BUNDLED, endProcess, type ServerProcess, startProcess } from '../server-process.ts';

/** The exam centre as a process of its own with its files, which dies and comes back at its address. */
export interface KillableCentre {
  port: number;
  ca: string;
  /** The file of its database, for whoever reads it without the server. */
  database: string;
  http(token: string | null): HttpClient;
  /** SIGKILL; not there until `revive`. */
  kill(): Promise<void>;
  revive(): Promise<void>;
  close(): Promise<void>;
}

/** A session has begun, and goes on for longer than anything here. */
const TIMES = ['--session-in', '1s', '--duration', '60m'];

/** `bundle()` has to have made its program. */
export async function openKillableCentre(): Promise<KillableCentre> {
  const directory = await mkdtemp(join(tmpdir(), 'yunkao-centre-'));
  const [data, sample] = [join(directory, 'data'), join(directory, 'sample')];
  await writeSample(sample);
  const start = (...args: string[]): Promise<ServerProcess> =>
    startProcess(data, ['--sample', sample, ...TIMES, ...args], BUNDLED);
  let server = await start();
  const { origin, ca } = server;
  const { port } = new URL(origin);
  return {
    ...{ port: Number(port), ca, database: join(data, 'yunkao.db') },
    http: (token) => createHttpClient({ origin, token: () => token, fetch: httpsFetch(ca) }),
    async kill() {
      await endProcess(server, 'SIGKILL');
    },
    async revive() {
      server = await start('--port', port);
    },
    async close() {
      await endProcess(server, 'SIGKILL');
      await rm(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
