import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import type { BucketPlace } from '../../../server/bucket/bucket-place.ts';
import { openEvidenceStore } from '../../../server/bucket/open-evidence-store.ts';
import { ownEvidenceKeys } from '../../../server/disk/evidence-keys.ts';
import { openFilesById } from '../../../server/disk/files-by-id.ts';
import { openLogFile } from '../../../server/disk/log-file.ts';
import { openPictureFiles } from '../../../server/disk/picture-files.ts';
import { createScanCommand } from '../../../server/disk/scan-command.ts';
import { openSegmentFiles } from '../../../server/disk/segment-files.ts';
import { openThesisFiles } from '../../../server/disk/thesis-files.ts';
import { createApp } from '../../../server/http/app.ts';
import { proxiesAt } from '../../../server/http/proxies.ts';
import { onlyProcess } from '../../../server/processes/only-process.ts';
import { createOwnMemory } from '../../../server/processes/own-memory.ts';
import { openRedisAdapter } from '../../../server/processes/redis-adapter.ts';
import { openRedisLine } from '../../../server/processes/redis-line.ts';
import { createRedisMemory } from '../../../server/processes/redis-memory.ts';
import { openRedisProcesses } from '../../../server/processes/redis-processes.ts';
import { type RunningServer, startServer } from '../../../server/server.ts';
import type { IceOptions } from '../../../server/services/ice-servers.ts';
import type { Log } from '../../../server/services/ports.ts';
import { createSocketServer } from '../../../server/socket/socket-server.ts';
import { aloneAtStart } from '../../../server/sql/alone-at-start.ts';
import { type DatabasePlace, openDatabase } from '../../../server/sql/database.ts';
import { listExaminations } from '../../../server/sql/examination.ts';
import { createStorage } from '../../../server/sql/storage.ts';
import type { Db } from '../../../server/sql/tables.ts';
import { ownCertificate } from '../../../server/start/certificate.ts';
import type { TimetableOptions } from '../../../server/start/command-line.ts';
import { holdDataDirectory } from '../../../server/start/data-directory.ts';
import { loadSample } from '../../../server/start/load-sample.ts';
import { createFileInspector } from '../../../server/submitted-files/inspect-file.ts';
import { createHttpClient, type HttpClient } from '../../../shared/contract/http-client.ts';
import { socketRequest } from '../../../shared/contract/socket-request.ts';
import { PROTOCOL_VERSION } from '../../../shared/contract/version.ts';
import { makeTestDatabase, type TestDatabase } from '../../postgres/test-database.ts';
import { hashOnce } from './hash-once.ts';
import { httpsFetch } from './https-fetch.ts';
import { writeSample } from './sample.ts';

export const MINUTE = 60_000;

export interface TestClient {
  raw: Socket;
  request<Value>(name: string, body?: unknown): Promise<Value>;
  /** The next event of this name, its payload. */
  next<Payload>(name: string, matches?: (payload: Payload) => boolean): Promise<Payload>;
}

/** A real server on a real port with a data directory of its own; only the clock is ours. Theory starts in 10 minutes. */
export class TestServer {
  /** Added to the real time. */
  ahead = 0;
  /** Of the timetable, read when the examination is loaded. */
  times: Partial<TimetableOptions> = {};
  /** Read when the server comes up. */
  ice: IceOptions = { stun: [], turn: null };
  /** Public keys (PEM) whose builds it knows, read when the server comes up. */
  buildKeys: string[] = [];
  private sample: string;
  /** The virus scanner's program and arguments, read when the server comes up. */
  scanCommand: string[] | null = null;
  /** The bucket of its recordings, read when the server comes up. */
  store: BucketPlace | null = null;
  db!: Db;
  private database!: TestDatabase;
  origin = '';
  /** Where its figures are read, on this computer. */
  metricsPort = 0;
  ca = '';
  fetch!: typeof fetch;
  private running: RunningServer | null = null;
  /** Over which it is one of several; null: it is alone. */
  private redis: string | null = null;
  private readonly others: TestServer[] = [];
  private readonly sockets: Socket[] = [];

  private constructor(
    readonly directory: string,
    private readonly dist: string,
  ) {
    this.sample = join(directory, 'sample');
  }

  /**
   * @param parent where its data lies: a disk of its own, to fill it
   * @param sample another examination directory than the small one written for it
   */
  static async start(
    parent = tmpdir(),
    dist = join(parent, 'no-pages'),
    times: Partial<TimetableOptions> = {},
    sample: string | null = null,
  ): Promise<TestServer> {
    const server = new TestServer(await mkdtemp(join(parent, 'yunkao-server-')), dist);
    server.times = times;
    if (sample) server.sample = sample;
    else await writeSample(server.sample);
    server.database = await makeTestDatabase(join(server.directory, 'data', 'yunkao.db'));
    await server.up();
    return server;
  }

  /** Two servers that are one exam centre, with the same clock. */
  static async startTwo(redis: string): Promise<[TestServer, TestServer]> {
    const first = new TestServer(await mkdtemp(join(tmpdir(), 'yunkao-server-')), join(tmpdir(), 'no-pages'));
    await writeSample(first.sample);
    first.database = await makeTestDatabase('');
    const second = new TestServer(first.directory, first.dist);
    second.database = first.database;
    second.now = () => first.now();
    first.redis = second.redis = redis;
    first.others.push(second);
    await Promise.all([first.up(), second.up()]);
    return [first, second];
  }

  /** Where its rows lie. */
  get place(): DatabasePlace {
    const { place } = this.database;
    return 'postgres' in place ? { ...place, shared: this.redis !== null } : place;
  }

  /** What makes it one of several, or takes its place. */
  private async joinOthers(log: Log) {
    const clock = { now: this.now };
    if (this.redis === null) {
      const alone = { memory: createOwnMemory(clock), processes: onlyProcess('one') };
      return { ...alone, carrier: null, part: () => {} };
    }
    const line = await openRedisLine(this.redis, (text, cause) => log.warn({ err: cause }, text));
    const processes = await openRedisProcesses(line, randomBytes(4).toString('hex'), log);
    const carrier = openRedisAdapter(this.redis, log);
    const part = () => {
      processes.stop();
      carrier.stop();
      line.disconnect();
    };
    return { memory: createRedisMemory(line), processes, carrier, part };
  }

  /** Where its evidence key lies: beside its data. */
  get keyFile(): string {
    return join(this.directory, 'data.key');
  }

  now = () => Date.now() + this.ahead;

  async up(): Promise<void> {
    const clock = { now: this.now };
    const random = { bytes: randomBytes };
    const data = await holdDataDirectory(join(this.directory, 'data'), this.redis && randomBytes(4).toString('hex'));
    const tls = await ownCertificate(data.tls, ['localhost', '127.0.0.1'], { now: Date.now });
    const log = openLogFile(data.log);
    const app = await createApp({ ...tls, log, isProxy: proxiesAt([]), redis: null });
    this.db = await openDatabase(this.place);
    const { memory, processes, carrier, part } = await this.joinOthers(app.log);
    const openFiles = async () => {
      const keys = await ownEvidenceKeys(this.keyFile, join(this.directory, 'data'));
      const store = await openEvidenceStore(this.store, join(this.directory, 'data'), data.evidence, app.log);
      return {
        pictureFiles: await openPictureFiles(data.pictures, keys),
        documentFiles: await openFilesById(data.documents, '', keys),
        segmentFiles: await openSegmentFiles(data.evidence, store, keys),
        thesisFiles: await openThesisFiles(data.theses, keys),
      };
    };
    const { pictureFiles, documentFiles, segmentFiles, thesisFiles } = await aloneAtStart(this.db, openFiles);
    const load = async () => {
      if ((await listExaminations(this.db)).length > 0) return;
      const times = {
        ...{ calendar: false, sessionIn: 10 * MINUTE, duration: 20 * MINUTE, break: 5 * MINUTE },
        ...{ entryAfter: null, minimumStay: 0, ...this.times },
      };
      const parts = { db: this.db, clock, random, pictures: pictureFiles, hashPassword: hashOnce, log: app.log };
      await loadSample(parts, this.sample, times);
    };
    const timers = {
      after: (ms: number, run: () => void) => clearTimeout.bind(null, setTimeout(run, ms)),
      every: (ms: number, run: () => void) => clearInterval.bind(null, setInterval(run, ms)),
    };
    const files = { pictureFiles, documentFiles, segmentFiles, thesisFiles, inspector: createFileInspector() };
    const scanner = this.scanCommand && createScanCommand(this.scanCommand, app.log);
    const world = { app, store: createStorage(this.db), clock, random, timers, ...files, scanner };
    const places = {
      dist: this.dist,
      lan: ['192.0.2.7'],
      ice: this.ice,
      buildKeys: this.buildKeys,
    };
    const together = { memory, processes, isProxy: proxiesAt([]) };
    const io = createSocketServer(app.server, carrier?.adapter);
    const running = await aloneAtStart(this.db, async () => {
      await load();
      const listening = { host: '127.0.0.1', port: 0, metrics: { host: '127.0.0.1', port: 0 } };
      return startServer({ ...world, ...places, ...together, io }, listening);
    });
    carrier?.begin();
    this.running = {
      ...running,
      close: async () => {
        await running.close();
        part();
        log.close();
        data.release();
      },
    };
    this.origin = `https://127.0.0.1:${running.port}`;
    this.metricsPort = running.metricsPort ?? 0;
    this.ca = tls.cert;
    this.fetch = httpsFetch(tls.cert);
  }

  async down(): Promise<void> {
    for (const socket of this.sockets.splice(0)) socket.disconnect();
    await this.running?.close();
    this.running = null;
  }

  async end(): Promise<void> {
    for (const other of this.others) await other.down();
    await this.down();
    await this.database.remove();
    await rm(this.directory, { recursive: true, force: true });
  }

  http(token: string | null = null): HttpClient {
    return createHttpClient({ origin: this.origin, token: () => token, fetch: this.fetch });
  }

  /** A socket that has not connected yet. */
  socket(namespace: string, token: string, protocol = PROTOCOL_VERSION): Socket {
    const auth = { token, protocol };
    const options = { auth, ca: this.ca, transports: ['websocket'], forceNew: true, reconnection: false };
    const socket = io(`${this.origin}${namespace}`, options as Parameters<typeof io>[1]);
    this.sockets.push(socket);
    return socket;
  }

  client(raw: Socket): TestClient {
    return {
      raw,
      request: (name, body = {}) => socketRequest(raw, name, body, 5_000),
      next: (name, matches = () => true) =>
        new Promise((resolve) => {
          const listen = (...[payload]: unknown[]) => {
            if (!matches(payload as never)) return;
            raw.off(name, listen);
            resolve(payload as never);
          };
          raw.on(name, listen);
        }),
    };
  }

  async connect(namespace: string, token: string): Promise<TestClient> {
    const raw = this.socket(namespace, token);
    await Promise.race([
      once(raw as never, 'connect'),
      new Promise((_resolve, reject) => raw.once('connect_error', reject)),
    ]);
    return this.client(raw);
  }
}
