import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { projectPath } from '../../../build/project.ts';
import { ownCertificate } from '../../../server/start/certificate.ts';
import { BUNDLED, endProcess, type ServerProcess, startProcess } from '../../fault/server-process.ts';
import { freePort } from '../../free-port.ts';
import { Cluster } from '../../postgres/cluster.ts';
import { runOn } from '../../postgres/test-database.ts';
import { RedisServer } from '../../redis/redis-server.ts';

/** An exam centre that runs. */
export interface RunningCentre {
  /** Where homes reach it. */
  origin: string;
  ca: string;
  /** The file with its rows, or the URL of the database that has them. */
  database: string;
  servers: number[];
  /** What runs beside the servers for them. */
  beside: number[];
  close(): Promise<void>;
}

/** How an exam centre is made up. */
export interface Arrangement {
  name: string;
  start(sample: string): Promise<RunningCentre>;
}

const TIMES = ['--session-in', '1s', '--duration', '1h', '--break', '60s'];

/** Resolves when somebody listens there. */
async function listening(port: number): Promise<void> {
  for (;;) {
    const trying = connect(port, '127.0.0.1');
    const there = await once(trying, 'connect').then(
      () => true,
      () => false,
    );
    trying.destroy();
    if (there) return;
    await pass(50);
  }
}

/** What was begun, to be ended in reverse. */
function undoing() {
  const ends: (() => Promise<unknown>)[] = [];
  return {
    later: (end: () => Promise<unknown>) => void ends.push(end),
    async now() {
      for (const end of ends.reverse()) await end();
    },
  };
}
type Undoing = ReturnType<typeof undoing>;

async function makeDirectory(undo: Undoing) {
  const directory = await mkdtemp(join(tmpdir(), 'yunkao-load-centre-'));
  undo.later(() => rm(directory, { recursive: true, force: true }));
  const tls = join(directory, 'data', 'tls');
  const { cert, key } = await ownCertificate(tls, ['127.0.0.1'], { now: Date.now });
  const files = ['--cert', join(tls, 'cert.pem'), '--key', join(tls, 'key.pem')];
  return { directory, data: join(directory, 'data'), certificate: { cert, key, files } };
}

async function makePostgres(undo: Undoing) {
  // On the disk, as the rows in a file are: in memory a commit waits for nothing.
  const cluster = await Cluster.make(tmpdir());
  if (!cluster) throw new Error('There is no PostgreSQL 15 on this computer.');
  undo.later(() => cluster.end());
  await runOn(cluster.url('postgres'), 'create database yunkao');
  return { pid: cluster.pid, url: cluster.url('yunkao') };
}

/** A server as it is delivered, with its output read so that it never waits for a reader. */
async function startServer(undo: Undoing, data: string, args: string[]): Promise<ServerProcess> {
  const server = await startProcess(data, args, BUNDLED);
  undo.later(() => endProcess(server, 'SIGTERM'));
  server.child.stdout?.resume();
  server.child.stderr?.pipe(process.stderr);
  return server;
}

const pidOf = ({ child }: ServerProcess) => child.pid ?? 0;

/** The proxy of `build/compose`, before these ports. */
async function startProxy(undo: Undoing, directory: string, pem: string, origins: readonly string[]) {
  const port = await freePort();
  const [certificate, config] = [join(directory, 'yunkao.pem'), join(directory, 'haproxy.cfg')];
  const servers = origins.map((origin, at) => `  server server${at} ${new URL(origin).host}`).join('\n');
  const shipped = await readFile(projectPath('build/compose/haproxy.cfg'), 'utf8');
  await writeFile(certificate, pem, { mode: 0o600 });
  await writeFile(
    config,
    shipped
      // As many as this computer lets it have.
      .replace(/^ {2}maxconn .*$/m, '')
      .replace('bind :8443', `bind 127.0.0.1:${port}`)
      .replace('/etc/haproxy/tls/yunkao.pem', certificate)
      .replaceAll(/^ {2}server-template .*$/gm, servers)
      .replace(/^resolvers docker[\s\S]*$/m, ''),
  );
  const proxy: ChildProcess = spawn('haproxy', ['-db', '-f', config], { stdio: ['ignore', 'ignore', 'inherit'] });
  const gone = new Promise<void>((resolve) => {
    for (const end of ['error', 'exit']) proxy.once(end, () => resolve());
  });
  undo.later(async () => {
    proxy.kill('SIGTERM');
    await gone;
  });
  const ended = gone.then(() => {
    throw new Error('HAProxy does not run here');
  });
  await Promise.race([listening(port), ended]);
  ended.catch(() => undefined);
  return { origin: `https://127.0.0.1:${port}`, pid: proxy.pid ?? 0 };
}

async function running(make: (undo: Undoing) => Promise<Omit<RunningCentre, 'close'>>): Promise<RunningCentre> {
  const undo = undoing();
  try {
    return { ...(await make(undo)), close: undo.now };
  } catch (cause) {
    await undo.now();
    throw cause;
  }
}

const oneOnFile: Arrangement = {
  name: 'one process, rows in a file',
  start: (sample) =>
    running(async (undo) => {
      const { data, certificate } = await makeDirectory(undo);
      const server = await startServer(undo, data, ['--sample', sample, ...TIMES, ...certificate.files]);
      const { origin, ca } = server;
      return { origin, ca, database: join(data, 'yunkao.db'), servers: [pidOf(server)], beside: [] };
    }),
};

const oneOnPostgres: Arrangement = {
  name: 'one process on PostgreSQL',
  start: (sample) =>
    running(async (undo) => {
      const { data, certificate } = await makeDirectory(undo);
      const postgres = await makePostgres(undo);
      const args = ['--sample', sample, ...TIMES, ...certificate.files, '--postgres', postgres.url];
      const server = await startServer(undo, data, args);
      const { origin, ca } = server;
      return { origin, ca, database: postgres.url, servers: [pidOf(server)], beside: [postgres.pid] };
    }),
};

const twoTogether: Arrangement = {
  name: 'two processes on PostgreSQL and Redis behind HAProxy',
  start: (sample) =>
    running(async (undo) => {
      const { directory, data, certificate } = await makeDirectory(undo);
      const postgres = await makePostgres(undo);
      const redis = await RedisServer.make();
      if (!redis) throw new Error('There is no Redis on this computer.');
      undo.later(() => redis.stop());
      const places = ['--postgres', postgres.url, '--redis', redis.url, '--proxy', '127.0.0.1'];
      const args = ['--sample', sample, ...TIMES, ...certificate.files, ...places];
      const servers = await Promise.all([0, 1].map(() => startServer(undo, data, args)));
      const pem = `${certificate.cert}\n${certificate.key}`;
      const origins = servers.map(({ origin }) => origin);
      const proxy = await startProxy(undo, directory, pem, origins);
      const beside = [postgres.pid, redis.pid, proxy.pid];
      return {
        origin: proxy.origin,
        ca: certificate.cert,
        database: postgres.url,
        servers: servers.map(pidOf),
        beside,
      };
    }),
};

export const ARRANGEMENTS: readonly Arrangement[] = [oneOnFile, oneOnPostgres, twoTogether];
