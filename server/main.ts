/** Entry point of the server: constructs the real world, starts, and ends cleanly. */
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Redis } from 'ioredis';
import { openEvidenceStore } from './bucket/open-evidence-store.ts';
import { keyFileBeside, ownEvidenceKeys } from './disk/evidence-keys.ts';
import { openFilesById } from './disk/files-by-id.ts';
import { openLogFile } from './disk/log-file.ts';
import { openPictureFiles } from './disk/picture-files.ts';
import { createScanCommand } from './disk/scan-command.ts';
import { openSegmentFiles } from './disk/segment-files.ts';
import { openThesisFiles } from './disk/thesis-files.ts';
import { createApp } from './http/app.ts';
import { onlyProcess } from './processes/only-process.ts';
import { createOwnMemory } from './processes/own-memory.ts';
import { openRedisAdapter } from './processes/redis-adapter.ts';
import { openRedisLine } from './processes/redis-line.ts';
import { createRedisMemory } from './processes/redis-memory.ts';
import { openRedisProcesses } from './processes/redis-processes.ts';
import { type RunningServer, startServer } from './server.ts';
import { isAlone } from './services/dead-processes.ts';
import { hashPassword } from './services/passwords.ts';
import type { Log, RandomSource, Timers } from './services/ports.ts';
import { createSocketServer } from './socket/socket-server.ts';
import { aloneAtStart } from './sql/alone-at-start.ts';
import { openDatabase } from './sql/database.ts';
import { listExaminations } from './sql/examination.ts';
import { createStorage } from './sql/storage.ts';
import { originOf, reachableHosts } from './start/addresses.ts';
import { readBuildKeys } from './start/build-keys.ts';
import { ownCertificate, readCertificate } from './start/certificate.ts';
import { type Options, parseCommandLine } from './start/command-line.ts';
import { type DataDirectory, holdDataDirectory } from './start/data-directory.ts';
import { startFailure } from './start/failure.ts';
import { loadSample } from './start/load-sample.ts';
import { continueTimetable } from './start/timetable.ts';
import { createFileInspector } from './submitted-files/inspect-file.ts';

const clock = { now: () => Date.now() };
const random: RandomSource = { bytes: randomBytes };
const timers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  every(ms, run) {
    const timer = setInterval(run, ms);
    return () => clearInterval(timer);
  },
};

const here = dirname(fileURLToPath(import.meta.url));
/** The source tree when run from source; else the directory above `dist/`. */
const root = basename(dirname(here)) === 'dist' ? join(here, '..', '..') : join(here, '..');

/** What makes several processes one exam centre, or takes its place where there is one. */
async function joinOthers(options: Options, redis: Redis | null, log: Log) {
  if (!options.redis || !redis) {
    const processes = onlyProcess(`${hostname()} ${process.pid}`);
    return { memory: createOwnMemory(clock), processes, carrier: null, part: () => {} };
  }
  const name = `${hostname()} ${process.pid} ${random.bytes(4).toString('hex')}`;
  const processes = await openRedisProcesses(redis, name, log);
  const carrier = openRedisAdapter(options.redis, log);
  const part = () => {
    processes.stop();
    carrier.stop();
    redis.disconnect();
  };
  return { memory: createRedisMemory(redis), processes, carrier, part };
}

/** What lies in the data directory, and in its bucket, sealed with its key. */
async function openFiles(options: Options, data: DataDirectory, log: Log) {
  const keyFile = options.evidenceKey ?? keyFileBeside(options.data);
  const keys = await ownEvidenceKeys(keyFile, options.data);
  if (keys.made) console.log(`Evidence key made: ${keyFile}. Without it no recording can be read: keep a copy apart.`);
  const store = await openEvidenceStore(options.store, options.data, data.evidence, log);
  return {
    pictureFiles: await openPictureFiles(data.pictures, keys),
    documentFiles: await openFilesById(data.documents, '', keys),
    segmentFiles: await openSegmentFiles(data.evidence, store, keys),
    thesisFiles: await openThesisFiles(data.theses, keys),
  };
}

async function start(options: Options, data: DataDirectory, end: (exitCode: number) => void): Promise<RunningServer> {
  const names = ['localhost', '127.0.0.1', '::1', hostname(), ...reachableHosts(options.host)];
  const tls = options.certificate
    ? await readCertificate(options.certificate)
    : await ownCertificate(data.tls, names, clock);
  const onTrouble = (text: string, err?: unknown) => app.log.warn({ err }, text);
  const redis = options.redis === null ? null : await openRedisLine(options.redis, onTrouble);
  const app = await createApp({ ...tls, log: openLogFile(data.log), isProxy: options.isProxy, redis });
  const { memory, processes, carrier, part } = await joinOthers(options, redis, app.log);
  const db = await openDatabase(
    options.postgres === null
      ? { file: data.database }
      : {
          postgres: options.postgres,
          shared: processes.several,
          onTrouble,
          onTaken: () => {
            console.error('Another server has taken the database over. This one ends.');
            end(4);
          },
        },
  );
  // Of several that start at the same time one makes the key.
  const { pictureFiles, documentFiles, segmentFiles, thesisFiles } = await aloneAtStart(db, () =>
    openFiles(options, data, app.log),
  );
  const load = async () => {
    const hash = (password: string) => hashPassword(password, random);
    const parts = { db, clock, random, pictures: pictureFiles, hashPassword: hash, log: app.log };
    await loadSample(parts, options.sample ?? join(root, 'assets', 'sample'), options.timetable);
  };
  const loadOrContinue = async () => {
    if ((await listExaminations(db)).length === 0) return load();
    // Under whoever works on it already nothing is moved.
    if (!(await isAlone(memory, processes.name))) return;
    const outcome = await continueTimetable(db, clock.now(), options.timetable);
    if (outcome === 'kept_because_answered') {
      console.log('The timetable is kept, because there are answers in it. For a new examination name another --data.');
    }
  };
  const lan = reachableHosts(options.host);
  const io = createSocketServer(app.server, carrier?.adapter);
  const world = {
    app,
    io,
    store: createStorage(db),
    clock,
    random,
    timers,
    memory,
    processes,
    isProxy: options.isProxy,
    pictureFiles,
    documentFiles,
    segmentFiles,
    thesisFiles,
    inspector: createFileInspector(),
    scanner: options.scanCommand && createScanCommand(options.scanCommand, app.log),
    buildKeys: await readBuildKeys(options.buildKeys),
  };
  const server = await aloneAtStart(db, async () => {
    await loadOrContinue();
    return startServer({ ...world, ice: options.ice, dist: join(root, 'dist'), lan }, options);
  });
  carrier?.begin();
  const origin = originOf(lan.length === 1 && lan[0] === options.host ? options.host : '127.0.0.1', server.port);
  const addresses = lan.map((host) => originOf(host, server.port));
  app.log.info({ origin, addresses, fingerprint: tls.fingerprint }, 'the server is ready');
  if (server.metricsPort !== null) console.log(`Figures at port ${server.metricsPort}, /metrics`);
  console.log(`Server ready at ${[origin, ...addresses].join('  ')}\nCertificate ${tls.fingerprint}`);
  process.send?.({ type: 'ready', origin, fingerprint: tls.fingerprint, addresses });
  return {
    ...server,
    async close() {
      await server.close();
      part();
    },
  };
}

let data: DataDirectory | undefined;
try {
  const options = parseCommandLine(process.argv.slice(2));
  data = await holdDataDirectory(options.data, options.redis && `${hostname()}-${options.port}`);
  let server: RunningServer | null = null;
  let closing = false;
  const close = async (exitCode = 0) => {
    if (closing) return;
    closing = true;
    await server?.close();
    data?.release();
    process.exit(exitCode);
  };
  server = await start(options, data, (exitCode) => void close(exitCode));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void close());
  // Whoever started this server is gone, however it ended.
  process.on('disconnect', () => void close());
} catch (cause) {
  const { exitCode, text, message } = startFailure(cause);
  console.error(text);
  data?.release();
  if (process.send) process.send(message, () => process.exit(exitCode));
  else process.exit(exitCode);
}
