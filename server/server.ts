import type { AddressInfo } from 'node:net';
import { rawPaths } from '../shared/contract/http.ts';
import type { Clock } from '../shared/support/clock.ts';
import type { IncomingSegments } from './disk/segment-files.ts';
import { guardAccess } from './http/access-guard.ts';
import { registerAnswerFiles } from './http/answer-files.ts';
import type { App } from './http/app.ts';
import { registerCameraLedger } from './http/camera-ledger.ts';
import { evidenceUpload } from './http/evidence-upload.ts';
import { createHandlers } from './http/handlers.ts';
import { measureRequests } from './http/measured-requests.ts';
import { registerPages } from './http/pages.ts';
import { registerPaperFiles } from './http/paper-files.ts';
import { registerPaperPackages } from './http/paper-packages.ts';
import { addressBehind, type IsProxy } from './http/proxies.ts';
import { registerReadiness } from './http/readiness.ts';
import { registerRoutes } from './http/register-routes.ts';
import { registerResultsWorkbook } from './http/results-workbook.ts';
import { registerResumableUpload } from './http/resumable-upload.ts';
import { registerRosterFiles } from './http/roster-files.ts';
import { registerSpeedTest } from './http/speed-test.ts';
import { registerStaffFiles } from './http/staff-files.ts';
import { createTakenOnce } from './http/taken-once.ts';
import { registerThesisFiles } from './http/thesis-files.ts';
import { thesisUpload } from './http/thesis-upload.ts';
import { createMetrics } from './metrics/metrics.ts';
import { listenForMetrics } from './metrics/metrics-listener.ts';
import { ownCentreKey } from './services/answer-files/centre-key.ts';
import { readDuties } from './services/assignment/duties.ts';
import { BEAT_MS, createDeadProcesses, isAlone } from './services/dead-processes.ts';
import { readExaminationBook } from './services/examination-book.ts';
import { readHelpLines } from './services/help/help-lines.ts';
import { type IceOptions, iceServersFor } from './services/ice-servers.ts';
import type {
  DocumentFiles,
  FileInspector,
  PictureFiles,
  Processes,
  RandomSource,
  SegmentFiles,
  SharedMemory,
  ThesisFiles,
  Timers,
  VirusScanner,
} from './services/ports.ts';
import { createServices } from './services/services.ts';
import { serveCandidates } from './socket/candidate-namespace.ts';
import { createConnections } from './socket/connections.ts';
import { servePhones } from './socket/phone-namespace.ts';
import { createSocketNetwork } from './socket/socket-network.ts';
import { connectedBy, type SocketServer } from './socket/socket-server.ts';
import { serveStaff } from './socket/staff-namespace.ts';
import type { Storage } from './sql/storage.ts';
import { phoneOrigin } from './start/addresses.ts';

export interface ServerParts {
  app: App;
  io: SocketServer;
  store: Storage;
  clock: Clock;
  random: RandomSource;
  timers: Timers;
  memory: SharedMemory;
  processes: Processes;
  isProxy: IsProxy;
  pictureFiles: PictureFiles;
  documentFiles: DocumentFiles;
  segmentFiles: SegmentFiles & IncomingSegments;
  thesisFiles: ThesisFiles & { incoming: string };
  inspector: FileInspector;
  /** Null: this exam centre has none. */
  scanner: VirusScanner | null;
  ice: IceOptions;
  /** Public keys (PEM) of whoever publishes the exam windows of this centre. */
  buildKeys: readonly string[];
  /** Directory of the built pages. */
  dist: string;
  /** Addresses of the local network that reach this server. */
  lan: readonly string[];
}

export interface Listening {
  host: string;
  port: number;
  /** Where figures may be read; null: nowhere. */
  metrics: { host: string; port: number } | null;
}

export interface RunningServer {
  port: number;
  metricsPort: number | null;
  /** Finishes what is under way, tells the clients, closes the database. */
  close(): Promise<void>;
}

/** How often the deadline is looked at. */
const WATCH_EVERY_MS = 1_000;
/** How often the phones are: a proctor knows within 3 s (CAM-2). */
const PHONES_EVERY_MS = 250;
/** How often a scanner that could not look at a thesis is asked again. */
const SCAN_AGAIN_MS = 30_000;
/** How often it is looked whether recordings are to be deleted: their last day is a day. */
const RETENTION_EVERY_MS = 60 * 60_000;
/** A request that is still running after this is cut. */
const CLOSE_WAIT_MS = 5_000;

/** Joins the transports to the services and listens. Expects an examination in the database. */
export async function startServer(parts: ServerParts, listen: Listening): Promise<RunningServer> {
  const { app, io, store, clock, random, timers, segmentFiles, thesisFiles } = parts;
  const { processes, memory } = parts;
  const { log } = app;
  const book = await readExaminationBook(store);
  const iceServers = (holder: string) => iceServersFor(parts.ice, holder, clock.now());
  const centreKey = await ownCentreKey(store, clock);
  const duties = await readDuties(store, clock);
  const helpLines = await readHelpLines(store, book);
  const network = createSocketNetwork({ io, duties, processes, log });
  const services = createServices({ ...parts, log, book, iceServers, network, centreKey, duties, helpLines });
  const connections = createConnections(log, processes);
  const dead = createDeadProcesses({ ...services, memory, processes, log, onTakenForDead: connections.noteAgain });
  if (await isAlone(memory, processes.name)) {
    await store.disconnectAll(clock.now());
    await services.ledgers.startedAgain();
  }
  const beat = () =>
    dead.beat().catch((cause) => log.error({ err: cause }, 'this process could not say that it lives'));
  if (processes.several) await beat();
  const { callers, evidence, pictures, deadline, phones, papers, release, theses } = services;

  let port = listen.port;
  const metrics = createMetrics();
  metrics.gauge('yunkao_connected', 'Windows, phones and consoles that are connected', () => connectedBy(io));
  metrics.gauge(
    'yunkao_free_bytes',
    'Room left where recordings go; none are taken below 256 MB; 0: the bucket is away',
    async () => ({
      recordings: await segmentFiles.freeBytes(),
    }),
  );
  measureRequests(app, metrics);
  guardAccess(app, callers, duties);
  registerRoutes(
    app,
    createHandlers({ ...services, phonePage: (host) => `${phoneOrigin(host, parts.lan, port)}/phone/` }),
  );
  app.get(rawPaths.health, async () => ({ ok: true }));
  registerReadiness(app, store, memory);
  registerSpeedTest(app, random);
  registerPaperPackages(app, papers);
  registerRosterFiles(app, services.roster);
  registerPaperFiles(app, services.paperImport);
  registerAnswerFiles(app, services.answerFiles);
  registerResultsWorkbook(app, services);
  registerCameraLedger(app, services);
  registerStaffFiles(app, { evidence, pictures });
  registerThesisFiles(app, theses, services.markingAssignments);
  const uploads = { takenOnce: createTakenOnce(memory, processes), log, freeBytes: segmentFiles.freeBytes };
  await registerResumableUpload(app, evidenceUpload(evidence, segmentFiles), uploads);
  await registerResumableUpload(app, thesisUpload(theses, thesisFiles.incoming), uploads);
  await registerPages(app, parts.dist);

  const addressOf = addressBehind(parts.isProxy);
  serveCandidates(io, services, connections, log, metrics, addressOf);
  servePhones(io, services, connections, log, metrics, addressOf);
  serveStaff(io, services, log, metrics);

  // Deadlines that passed while the server was down are kept before anybody can write again.
  await deadline.check();
  release.check();
  const stopWatching = timers.every(WATCH_EVERY_MS, () => {
    release.check();
    deadline.check().catch((cause) => log.error({ err: cause }, 'the watch failed'));
  });
  const stopBeating = processes.several ? timers.every(BEAT_MS, () => void beat()) : () => {};
  const stopPhones = timers.every(PHONES_EVERY_MS, () =>
    phones.check().catch((cause) => log.error({ err: cause }, 'the phones could not be looked at')),
  );
  const scanPending = () =>
    void theses.scanPending().catch((cause) => log.error({ err: cause }, 'waiting theses could not be scanned'));
  const stopScanning = timers.every(SCAN_AGAIN_MS, scanPending);
  scanPending();
  const { retention } = services;
  const deleteDue = () =>
    void retention.check().catch((cause) => log.error({ err: cause }, 'what is due for deletion could not be found'));
  const stopDeleting = timers.every(RETENTION_EVERY_MS, deleteDue);
  deleteDue();
  const figures = listen.metrics === null ? null : await listenForMetrics(metrics, listen.metrics, log);
  await app.listen(listen);
  port = (app.server.address() as AddressInfo).port;

  return {
    port,
    metricsPort: figures?.port ?? null,
    async close() {
      stopWatching();
      stopBeating();
      stopPhones();
      stopScanning();
      await figures?.close();
      stopDeleting();
      release.stop();
      services.wall.stop();
      connections.stop();
      io.local.disconnectSockets(true);
      const cut = setTimeout(() => app.server.closeAllConnections(), CLOSE_WAIT_MS);
      await io.close();
      await app.close();
      clearTimeout(cut);
      await retention.stop();
      if (processes.several) await dead.leave().catch((cause) => log.warn({ err: cause }, 'the others find out later'));
      const left = await store.close();
      if (left) log.warn({ err: left }, 'the write-ahead log could not be emptied; the next start reads it');
    },
  };
}
