import { createHash, X509Certificate } from 'node:crypto';
import { mkdtemp, readFile } from 'node:fs/promises';
import { createServer, type Server as HttpsServer } from 'node:https';
import { type AddressInfo, connect, createServer as createTcpServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server as TusServer } from '@tus/server';
import { generate } from 'selfsigned';
import { rawPaths } from '../../shared/contract/http.ts';

/** The receiving end of recordings: real tus over real TLS, with the acknowledgement of the contract. */
export interface TusCentre {
  origin: string;
  port: number;
  fingerprint: string;
  /** Segment id -> hash of what arrived whole. A test may falsify or forget one. */
  stored: Map<string, string>;
  /** Segment ids in the order in which they arrived whole. */
  arrived: string[];
  /** Method and Authorization of every request. */
  requests: { method: string; authorization: string }[];
  /** What the acknowledgement says instead of the truth: a hash, or null for 404. */
  claim?: string | null;
  /** A status to refuse uploads of one segment with. */
  refuse?: { segmentId: string; status: number };
  close(): Promise<void>;
}

const ended = (server: HttpsServer | ReturnType<typeof createTcpServer>) =>
  new Promise<void>((resolve) => server.close(() => resolve()));

export async function startTusCentre(): Promise<TusCentre> {
  const directory = await mkdtemp(join(tmpdir(), 'yunkao-tus-'));
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'exam' }], { keySize: 2048 });
  const centre: TusCentre = {
    origin: '',
    port: 0,
    fingerprint: new X509Certificate(cert).fingerprint256.replaceAll(':', '').toLowerCase(),
    stored: new Map(),
    arrived: [],
    requests: [],
    close: async () => undefined,
  };
  const tus = new TusServer({
    path: rawPaths.evidence,
    datastore: new FileStore({ directory }),
    relativeLocation: true,
    async onUploadCreate(_request, { metadata }) {
      const segmentId = metadata?.segmentId ?? '';
      if (centre.refuse?.segmentId === segmentId) throw { status_code: centre.refuse.status, body: 'refused' };
      return {};
    },
    async onUploadFinish(_request, upload) {
      const segmentId = upload.metadata?.segmentId ?? '';
      const bytes = await readFile(join(directory, upload.id));
      centre.stored.set(segmentId, createHash('sha256').update(bytes).digest('hex'));
      centre.arrived.push(segmentId);
      return {};
    },
  });
  const server = createServer({ key, cert }, (request, response) => {
    const path = request.url ?? '';
    centre.requests.push({ method: request.method ?? '', authorization: request.headers.authorization ?? '' });
    if (path.startsWith(rawPaths.evidence)) {
      void tus.handle(request, response);
      return;
    }
    const known = centre.stored.get(decodeURIComponent(path.split('/').pop() ?? ''));
    const sha256 = centre.claim === undefined ? known : centre.claim;
    response.writeHead(sha256 ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(sha256 ? { sha256 } : { reason: 'not_found', params: {} }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  centre.port = (server.address() as AddressInfo).port;
  centre.origin = `https://127.0.0.1:${centre.port}`;
  centre.close = () => {
    const closed = ended(server);
    server.closeAllConnections();
    return closed;
  };
  return centre;
}

/** A line to the centre that breaks once it has carried `limit` bytes upstream, until mended. */
export async function startBreakingLine(port: number, limit: number) {
  const open = new Set<Socket>();
  let carried = 0;
  let broken: () => void;
  const breaking = new Promise<void>((resolve) => {
    broken = resolve;
  });
  let mended = false;
  const whole = () => mended || carried < limit;
  const relay = createTcpServer((client) => {
    if (!whole()) {
      client.resetAndDestroy();
      return;
    }
    const upstream = connect(port, '127.0.0.1');
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (part: Buffer) => {
      carried += part.length;
      if (whole()) return;
      for (const socket of open) socket.resetAndDestroy();
      broken();
    });
    client.pipe(upstream).pipe(client);
  });
  await new Promise<void>((listening) => relay.listen(0, '127.0.0.1', listening));
  return {
    origin: `https://127.0.0.1:${(relay.address() as AddressInfo).port}`,
    breaking,
    carried: () => carried,
    mend() {
      mended = true;
    },
    close() {
      const closed = ended(relay);
      for (const socket of open) socket.destroy();
      return closed;
    },
  };
}

/** A line to the centre that carries so many bytes a second upstream. */
export async function startSlowLine(port: number, bytesPerSecond: number) {
  const open = new Set<Socket>();
  let carried = 0;
  let lastAt = performance.now();
  const watchers = new Set<() => void>();
  const relay = createTcpServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (part: Buffer) => {
      carried += part.length;
      lastAt = performance.now();
      upstream.write(part);
      client.pause();
      setTimeout(() => client.resume(), (part.length / bytesPerSecond) * 1_000);
      for (const look of [...watchers]) look();
    });
    upstream.pipe(client);
  });
  await new Promise<void>((listening) => relay.listen(0, '127.0.0.1', listening));
  return {
    origin: `https://127.0.0.1:${(relay.address() as AddressInfo).port}`,
    carried: () => carried,
    /** Once it has carried so much. */
    carrying: (bytes: number) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (carried < bytes) return;
          watchers.delete(look);
          resolve();
        };
        watchers.add(look);
        look();
      }),
    /** Once nothing has come for a while. */
    quiet: () =>
      new Promise<void>((resolve) => {
        const timer = setInterval(() => {
          if (performance.now() - lastAt < 500) return;
          clearInterval(timer);
          resolve();
        }, 100);
      }),
    close() {
      const closed = ended(relay);
      for (const socket of open) socket.destroy();
      return closed;
    },
  };
}
