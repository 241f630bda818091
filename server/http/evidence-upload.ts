import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server as TusServer } from '@tus/server';
import type { RouteHandlerMethod } from 'fastify';
import { rawPaths, TusMetadataSchema } from '../../shared/contract/http.ts';
import { Fault } from '../../shared/support/fault.ts';
import { faultOf, statusOf } from '../fault-of.ts';
import type { Callers, KnownCaller } from '../services/callers.ts';
import { type Evidence, SEGMENT_LIMIT } from '../services/evidence.ts';
import type { Log } from '../services/ports.ts';
import { type App, EXAM_ORIGIN } from './app.ts';
import { bearer } from './bearer.ts';

/** Uploads that were begun and never finished go after a week. */
const UNFINISHED_MS = 7 * 24 * 60 * 60_000;

interface Parts {
  callers: Callers;
  evidence: Evidence;
  log: Log;
  incoming: string;
  freeBytes(): Promise<number>;
}

type Metadata = Record<string, string | null>;

const parseMetadata = (metadata: Metadata | undefined) => {
  const parsed = TusMetadataSchema.safeParse(metadata ?? {});
  if (!parsed.success) throw new Fault('bad_request', { field: parsed.error.issues[0]?.path.join('.') ?? '' });
  return parsed.data;
};

/** tus answers with a status and a text; ours is the refusal of the contract. */
const refusal = (cause: unknown) => {
  const fault = faultOf(cause);
  return { status_code: statusOf(fault), body: JSON.stringify({ reason: fault.reason, params: fault.params }) };
};

/** Resumable upload of recordings (tus 1.0: creation, patch, head). The token decides the attempt and the camera. */
export async function registerEvidenceUpload(
  app: App,
  { callers, evidence, log, incoming, freeBytes }: Parts,
): Promise<void> {
  const store = new FileStore({ directory: incoming, expirationPeriodInMilliseconds: UNFINISHED_MS });
  const callerOf = new WeakMap<IncomingMessage, KnownCaller>();
  const known = (request: { runtime?: { node?: { req: unknown } | undefined } | undefined }): KnownCaller => {
    const caller = callerOf.get(request.runtime?.node?.req as IncomingMessage);
    if (!caller) throw new Fault('not_signed_in');
    return caller;
  };
  const take = async (id: string, metadata: Metadata | undefined) =>
    evidence.take(metadata?.attemptId ?? '', parseMetadata(metadata), join(incoming, id));

  const tus = new TusServer({
    path: rawPaths.evidence,
    datastore: store,
    maxSize: SEGMENT_LIMIT,
    relativeLocation: true,
    allowedOrigins: (origin) => origin === EXAM_ORIGIN,
    async onUploadCreate(request, upload) {
      const segment = parseMetadata(upload.metadata);
      // A deferred length is refused: its size could not be held to the limit before it is written.
      if (upload.size === undefined) throw new Fault('bad_request', { field: 'Upload-Length' });
      const attemptId = await evidence.admit(known(request), segment);
      return { metadata: { ...upload.metadata, attemptId } };
    },
    async onIncomingRequest(request, id) {
      const caller = known(request);
      if (request.method === 'POST') return;
      const { metadata } = await store.getUpload(id);
      const mine = caller.kind !== 'staff' && metadata?.attemptId === caller.attemptId;
      if (!mine || metadata?.camera !== (caller.kind === 'phone' ? 'rear' : 'front')) throw new Fault('not_allowed');
    },
    async onUploadFinish(_request, upload) {
      try {
        await take(upload.id, upload.metadata);
      } catch (cause) {
        // Whole but not taken: removed, so that a client that asks is not told that it has arrived.
        await store.remove(upload.id).catch((gone) => log.info({ err: gone }, 'the upload was removed already'));
        throw cause;
      }
      return {};
    },
    async onResponseError(_request, error) {
      if (!(error instanceof Fault) && 'status_code' in error) {
        if (error.status_code !== 500) return undefined;
        // tus hides why a write failed; a disk without room is the one cause the client can do nothing about.
        if ((await freeBytes()) > SEGMENT_LIMIT) return undefined;
        return refusal(new Fault('storage_full'));
      }
      const answer = refusal(error);
      if (answer.status_code >= 500) log.error({ err: error }, 'an upload failed');
      return answer;
    },
  });

  // Arrived whole in the last run, which ended before it could take them.
  for (const id of (await store.configstore.list?.()) ?? []) {
    try {
      const upload = await store.getUpload(id);
      if (upload.offset === upload.size) await take(id, upload.metadata);
    } catch (cause) {
      log.warn({ err: cause, id }, 'an upload of the last run could not be taken');
    }
  }
  await tus.cleanUpExpiredUploads();

  const handler: RouteHandlerMethod = async (request, reply) => {
    callerOf.set(request.raw, await callers.requireRecorder(bearer(request)));
    reply.hijack();
    await tus.handle(request.raw, reply.raw);
  };
  app.post(rawPaths.evidence, handler);
  app.route({ method: ['PATCH', 'HEAD'], url: `${rawPaths.evidence}/:id`, handler });
}
