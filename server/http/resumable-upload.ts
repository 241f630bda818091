import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';
import { ERRORS, Server as TusServer } from '@tus/server';
import type { FastifyRequest, RouteHandlerMethod } from 'fastify';
import { Fault } from '../../shared/support/fault.ts';
import { writeArriving } from '../disk/write-arriving.ts';
import { faultOf, statusOf } from '../fault-of.ts';
import type { Log } from '../services/ports.ts';
import { type App, EXAM_ORIGIN } from './app.ts';
import { createArrivals } from './arrivals.ts';
import type { TakenOnce } from './taken-once.ts';
import { UploadDescriptions } from './upload-descriptions.ts';

/** Uploads that were begun and never finished go after a week. */
const UNFINISHED_MS = 7 * 24 * 60 * 60_000;

/** tus Upload-Metadata as it arrives; `attemptId` is the server's own. */
export type UploadMetadata = Record<string, string | null>;

/** What one kind of upload is: whose, how large, where it waits, and what becomes of it. Everything may throw `Fault`. */
export interface UploadKind<Caller> {
  path: string;
  /** Directory of uploads under way. */
  incoming: string;
  /** What seals it there from an offset on; null: it lies there as it comes, for programs that look at it. */
  sealing: ((uploadId: string, offset: number) => (bytes: Buffer) => Buffer) | null;
  /** No upload of this kind is larger, bytes. */
  maxBytes: number;
  /** Who sends. */
  callerOf(request: FastifyRequest): Caller;
  /** Whether this upload may begin, and for which attempt. */
  admit(caller: Caller, metadata: UploadMetadata, size: number): Promise<string>;
  /** Whether this caller may ask for or go on with an upload that was begun as this. */
  goOn(caller: Caller, metadata: UploadMetadata): void | Promise<void>;
  /** Takes what arrived whole; `recovered` when that was before this server started. */
  take(attemptId: string, metadata: UploadMetadata, uploadPath: string, recovered: boolean): Promise<void>;
}

interface Parts {
  takenOnce: TakenOnce;
  log: Log;
  freeBytes(): Promise<number>;
}

/** tus answers with a status and a text; ours is the refusal of the contract. */
const refusal = (cause: unknown) => {
  const fault = faultOf(cause);
  return { status_code: statusOf(fault), body: JSON.stringify({ reason: fault.reason, params: fault.params }) };
};

/** A piece is what the line brings at once, 16 KB mostly: some milliseconds of work in all. */
const PIECES_A_TURN = 8;

const asItComes = (bytes: Buffer) => bytes;

class IncomingStore extends FileStore {
  readonly #arrivals = createArrivals(PIECES_A_TURN);
  readonly #sealing: UploadKind<unknown>['sealing'];
  readonly #log: Log;

  constructor(options: ConstructorParameters<typeof FileStore>[0], sealing: UploadKind<unknown>['sealing'], log: Log) {
    super(options);
    this.#sealing = sealing;
    this.#log = log;
  }

  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    try {
      const arriving = this.#arrivals.inTurn(readable);
      return await writeArriving(join(this.directory, id), offset, arriving, this.#sealing?.(id, offset) ?? asItComes);
    } catch (cause) {
      // Where it was the line that broke, tus knows it before.
      if (!readable.errored) this.#log.error({ err: cause, id }, 'what arrives of an upload cannot be written');
      throw ERRORS.FILE_WRITE_ERROR;
    }
  }
}

/** Resumable upload (tus 1.0: creation, patch, head). */
export async function registerResumableUpload<Caller>(
  app: App,
  { path, incoming, sealing, maxBytes, callerOf, admit, goOn, take }: UploadKind<Caller>,
  { takenOnce, log, freeBytes }: Parts,
): Promise<void> {
  const configstore = new UploadDescriptions(incoming);
  const expirationPeriodInMilliseconds = UNFINISHED_MS;
  const store = new IncomingStore({ directory: incoming, configstore, expirationPeriodInMilliseconds }, sealing, log);
  const callers = new WeakMap<IncomingMessage, Caller>();
  const known = (request: { runtime?: { node?: { req: unknown } | undefined } | undefined }): Caller => {
    const caller = callers.get(request.runtime?.node?.req as IncomingMessage);
    if (!caller) throw new Fault('not_signed_in');
    return caller;
  };
  /** Whole but not taken: removed, so that a client that asks is not told that it has arrived. False: another process does. */
  const takeOrRemove = (id: string, metadata: UploadMetadata | undefined, recovered: boolean) =>
    takenOnce.take(id, () => takeHere(id, metadata, recovered));
  const takeHere = async (id: string, metadata: UploadMetadata | undefined, recovered: boolean) => {
    try {
      await take(metadata?.attemptId ?? '', metadata ?? {}, join(incoming, id), recovered);
      configstore.forget(id);
    } catch (cause) {
      // Nobody waits for an answer who could send it again: only a refusal removes it.
      if (recovered && statusOf(faultOf(cause)) >= 500) throw cause;
      await store.remove(id).catch((gone) => log.info({ err: gone }, 'the upload was removed already'));
      throw cause;
    }
  };

  const tus = new TusServer({
    path,
    datastore: store,
    maxSize: maxBytes,
    relativeLocation: true,
    allowedOrigins: (origin) => origin === EXAM_ORIGIN,
    async onUploadCreate(request, upload) {
      const metadata = upload.metadata ?? {};
      // A deferred length is refused: its size could not be held to the limit before it is written.
      if (upload.size === undefined) throw new Fault('bad_request', { field: 'Upload-Length' });
      const attemptId = await admit(known(request), metadata, upload.size);
      return { metadata: { ...metadata, attemptId } };
    },
    async onIncomingRequest(request, id) {
      const caller = known(request);
      if (request.method === 'POST') return;
      const { metadata, offset, size } = await store.getUpload(id);
      await goOn(caller, metadata ?? {});
      // The process to which it came whole died before it took it.
      if (offset === size) await takeOrRemove(id, metadata, true);
    },
    async onUploadFinish(_request, upload) {
      if (await takeOrRemove(upload.id, upload.metadata, false)) return {};
      throw new Error(`another process takes the upload ${upload.id}`);
    },
    async onResponseError(_request, error) {
      if (!(error instanceof Fault) && 'status_code' in error) {
        if (error.status_code !== 500) return undefined;
        // tus hides why a write failed; a disk without room is the one cause the client can do nothing about.
        if ((await freeBytes()) > maxBytes) return undefined;
        return refusal(new Fault('storage_full'));
      }
      const answer = refusal(error);
      if (answer.status_code >= 500) log.error({ err: error }, 'an upload failed');
      return answer;
    },
  });

  // Arrived whole in the last run, which ended before it could take them.
  for (const id of await configstore.list()) {
    try {
      const upload = await store.getUpload(id);
      if (upload.offset === upload.size) await takeOrRemove(id, upload.metadata, true);
    } catch (cause) {
      log.warn({ err: cause, id }, 'an upload of the last run could not be taken');
    }
  }
  await tus.cleanUpExpiredUploads();

  const handler: RouteHandlerMethod = async (request, reply) => {
    callers.set(request.raw, callerOf(request));
    reply.hijack();
    await tus.handle(request.raw, reply.raw);
  };
  app.post(path, handler);
  app.route({ method: ['PATCH', 'HEAD'], url: `${path}/:id`, handler });
}
