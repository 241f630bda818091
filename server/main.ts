/** Entry point of the server: constructs the real world, starts, and ends cleanly. */
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keyFileBeside, ownEvidenceKeys } from './disk/evidence-keys.ts';
import { openFilesById } from './disk/files-by-id.ts';
import { openLogFile } from './disk/log-file.ts';
import { openPictureFiles } from './disk/picture-files.ts';
import { createScanCommand } from './disk/scan-command.ts';
import { openSegmentFiles } from './disk/segment-files.ts';
import { openThesisFiles } from './disk/thesis-files.ts';
import { createApp } from './http/app.ts';
import { type RunningServer, startServer } from './server.ts';
import { hashPassword } from './services/passwords.ts';
import type { RandomSource, Timers } from './services/ports.ts';
import { createSocketServer } from './socket/socket-server.ts';
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

async function start(options: Options, data: DataDirectory, end: (exitCode: number) => void): Promise<RunningServer> {
  const names = ['localhost', '127.0.0.1', '::1', hostname(), ...reachableHosts(options.host)];
  const tls = options.certificate
    ? await readCertificate(options.certificate)
    : await ownCertificate(data.tls, names, clock);
  const app = await createApp({ ...tls, log: openLogFile(data.log) });
  const keyFile = options.evidenceKey ?? keyFileBeside(options.data);
  const keys = await ownEvidenceKeys(keyFile, options.data);
  if (keys.made) console.log(`Evidence key made: ${keyFile}. Without it no recording can be read: keep a copy apart.`);
  const pictureFiles = await openPictureFiles(data.pictures, keys);
  const documentFiles = await openFilesById(data.documents, '', keys);
  const segmentFiles = await openSegmentFiles(data.evidence, keys);
  const thesisFiles = await openThesisFiles(data.theses, keys);
  const db = await openDatabase(
    options.postgres === null
      ? { file: data.database }
      : {
          postgres: options.postgres,
          onTrouble: (text, err) => app.log.warn({ err }, text),
          onTaken: () => {
            console.error('Another server has taken the database over. This one ends.');
            end(4);
          },
        },
  );
  if ((await listExaminations(db)).length > 0) {
    const outcome = await continueTimetable(db, clock.now(), options.timetable);
    if (outcome === 'kept_because_answered') {
      console.log('The timetable is kept, because there are answers in it. For a new examination name another --data.');
    }
  } else {
    const hash = (password: string) => hashPassword(password, random);
    const parts = { db, clock, random, pictures: pictureFiles, hashPassword: hash, log: app.log };
    await loadSample(parts, options.sample ?? join(root, 'assets', 'sample'), options.timetable);
  }
  const lan = reachableHosts(options.host);
  const io = createSocketServer(app.server);
  const world = {
    app,
    io,
    store: createStorage(db),
    clock,
    random,
    timers,
    pictureFiles,
    documentFiles,
    segmentFiles,
    thesisFiles,
    inspector: createFileInspector(),
    scanner: options.scanCommand && createScanCommand(options.scanCommand, app.log),
    buildKeys: await readBuildKeys(options.buildKeys),
  };
  const server = await startServer({ ...world, ice: options.ice, dist: join(root, 'dist'), lan }, options);
  const origin = originOf(lan.length === 1 && lan[0] === options.host ? options.host : '127.0.0.1', server.port);
  const addresses = lan.map((host) => originOf(host, server.port));
  app.log.info({ origin, addresses, fingerprint: tls.fingerprint }, 'the server is ready');
  if (server.metricsPort !== null) console.log(`Figures at http://127.0.0.1:${server.metricsPort}/metrics`);
  console.log(`Server ready at ${[origin, ...addresses].join('  ')}\nCertificate ${tls.fingerprint}`);
  process.send?.({ type: 'ready', origin, fingerprint: tls.fingerprint, addresses });
  return server;
}

let data: DataDirectory | undefined;
try {
  const options = parseCommandLine(process.argv.slice(2));
  data = await holdDataDirectory(options.data);
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
