import { type Agent, request } from 'node:https';
import { DefaultHttpStack, DetailedError, Upload } from 'tus-js-client';
import { rawPaths, routes, type TusMetadata } from '../../shared/contract/http.ts';
import type { StoredSegment } from './spool.ts';

/** The server answered, and not with what was hoped for: another segment may fare better. */
export class Refused extends Error {
  constructor(what: string, status: number) {
    super(`${what}: status ${status}`);
    this.name = 'Refused';
  }
}

/** The exam centre as the spool sees it. */
export interface Centre {
  /** Uploads or resumes at `uploadUrl`; `begun` tells where. Rejects with Refused, or whatever the network threw. */
  upload(segment: StoredSegment, plain: Buffer, uploadUrl: string | null, begun: (url: string) => void): Promise<void>;
  /** The hash the server has stored; null when it has no such segment. */
  acknowledgement(segmentId: string): Promise<string | null>;
  /** Drops whatever is under way; an upload is resumed where it stopped. */
  drop(): void;
  /** Drops it for good. */
  close(): void;
}

/** Without a byte or an answer for this long an upload is given up and tried again. */
const STALLED_MS = 45_000;

const metadataOf = ({ meta, sha256 }: StoredSegment): Record<keyof TusMetadata, string> => ({
  segmentId: meta.segmentId,
  camera: meta.camera,
  startedAt: String(meta.startedAt),
  durationMs: String(meta.durationMs),
  mime: meta.mime,
  sha256,
});

/** `token` is asked for anew at each request, since a new sign-in brings a new one. */
export function connectCentre(origin: string, agent: Agent, token: () => string): Centre {
  const underWay = new Set<() => void>();
  const dropAll = (): void => {
    for (const drop of [...underWay]) drop();
  };
  const headers = () => ({ authorization: `Bearer ${token()}` });

  return {
    upload: (segment, plain, uploadUrl, begun) =>
      new Promise((resolve, reject) => {
        const settle = (cause?: unknown) => {
          clearTimeout(watchdog);
          underWay.delete(drop);
          if (cause === undefined) return resolve();
          const status = cause instanceof DetailedError ? cause.originalResponse?.getStatus() : undefined;
          reject(status ? new Refused('upload', status) : cause);
        };
        const drop = () => {
          // After abort tus reports nothing more.
          void upload.abort();
          settle(new Error('the upload was stopped'));
        };
        const upload = new Upload(plain, {
          endpoint: origin + rawPaths.evidence,
          uploadUrl: uploadUrl?.startsWith(`${origin}/`) ? uploadUrl : null,
          metadata: metadataOf(segment),
          headers: headers(),
          httpStack: new DefaultHttpStack({ agent }),
          // Trying again is the worker's business: it never stops.
          retryDelays: null,
          onUploadUrlAvailable: () => upload.url && begun(upload.url),
          onProgress: () => watchdog.refresh(),
          onSuccess: () => settle(),
          onError: settle,
        });
        const watchdog = setTimeout(drop, STALLED_MS);
        underWay.add(drop);
        upload.start();
      }),

    acknowledgement: (segmentId) =>
      new Promise((resolve, reject) => {
        const path = routes.segmentAcknowledgement.path.replace(':segmentId', encodeURIComponent(segmentId));
        const call = request(origin + path, { agent, headers: headers() }, (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('error', reject);
          response.on('end', () => {
            const status = response.statusCode ?? 0;
            if (status === 404) return resolve(null);
            if (status !== 200) return reject(new Refused('acknowledgement', status));
            try {
              const body: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
              resolve(routes.segmentAcknowledgement.reply.parse(body).sha256);
            } catch (cause) {
              reject(cause);
            }
          });
        });
        const drop = () => call.destroy(new Error('the request was stopped'));
        underWay.add(drop);
        call.on('close', () => underWay.delete(drop));
        call.on('error', reject);
        call.end();
      }),

    drop: dropAll,
    close() {
      dropAll();
      agent.destroy();
    },
  };
}
