import cors from '@fastify/cors';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { Redis } from 'ioredis';
import { Fault } from '../../shared/support/fault.ts';
import type { LogFile } from '../disk/log-file.ts';
import { faultOf, statusOf } from '../fault-of.ts';
import type { IsProxy } from './proxies.ts';

/** The exam window is served inside Electron under this origin; every other page must come from the server itself. */
export const EXAM_ORIGIN = 'yunkao://exam';

const TUS_HEADERS = ['Tus-Resumable', 'Upload-Length', 'Upload-Offset', 'Upload-Metadata'];
const JSON_LIMIT = 4 * 1024 * 1024;
/** A segment over a poor line takes this long at most. */
const REQUEST_LIMIT_MS = 10 * 60_000;

export type App = FastifyInstance;

/** The refusal of the contract, whatever was thrown; what failed is in the log alone. */
function refuse(cause: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const fault = faultOf(cause);
  const route = `${request.method} ${request.routeOptions?.url ?? 'of no route'}`;
  if (statusOf(fault) >= 500) request.log.error({ err: cause, route }, 'a request failed');
  else request.log.info({ route, reason: fault.reason }, 'a request was refused');
  return reply.status(statusOf(fault)).send({ reason: fault.reason, params: fault.params });
}

interface Parts {
  cert: string;
  key: string;
  log: LogFile;
  isProxy: IsProxy;
  /** Where several processes count together; null: this one counts for itself. */
  redis: Redis | null;
}

/** The HTTPS server with everything that holds for every request: origins, limits, refusals, the log. */
export async function createApp({ cert, key, log, isProxy, redis }: Parts): Promise<App> {
  const app = Fastify({
    https: { cert, key },
    trustProxy: isProxy,
    logger: { level: 'info', stream: log },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: JSON_LIMIT,
    requestTimeout: REQUEST_LIMIT_MS,
    // An address that cannot be read or names something too long never comes to a route.
    frameworkErrors: (cause, request, reply) => void refuse(cause, request as never, reply as never),
  }) as unknown as App;

  // Only JSON is read into memory; every other body stays a stream for the route that wants it.
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));

  app.setErrorHandler(refuse);
  app.setNotFoundHandler(() => {
    throw new Fault('not_found');
  });

  await app.register(cors, {
    origin: [EXAM_ORIGIN],
    methods: ['GET', 'HEAD', 'POST', 'PATCH'],
    allowedHeaders: ['Authorization', 'Content-Type', ...TUS_HEADERS],
    exposedHeaders: ['Location', ...TUS_HEADERS],
    maxAge: 600,
  });
  // A whole school may sit behind one address, so this only stops machines; names have a limit of their own.
  await app.register(rateLimit, {
    global: false,
    max: 300,
    timeWindow: '1 minute',
    // A count that cannot be asked for stops nobody.
    ...(redis && { redis, nameSpace: 'yunkao:rate:', skipOnError: true }),
    errorResponseBuilder: () => new Fault('too_many_tries', { minutes: 1 }),
  });
  return app;
}
