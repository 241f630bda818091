import type { FastifyRequest } from 'fastify';
import { type AccessRow, fileAccess, routeAccess } from '../../shared/contract/access.ts';
import { type RouteName, routes } from '../../shared/contract/http.ts';
import type { Duties, NamedThing } from '../services/assignment/duties.ts';
import type { Callers, CandidateCaller, KnownCaller, PhoneCaller, StaffCaller } from '../services/callers.ts';
import type { App } from './app.ts';
import { bearer } from './bearer.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Null on a route for anyone. */
    caller: KnownCaller | null;
  }
}

const rows: ReadonlyMap<string, AccessRow> = new Map([
  ...(Object.entries(routes) as [RouteName, (typeof routes)[RouteName]][]).map(
    ([name, { method, path }]) => [`${method} ${path}`, routeAccess[name]] as [string, AccessRow],
  ),
  ...Object.entries(fileAccess),
]);

/** Built pages hold nothing of the examination and are for anyone. */
const isPage = (url: string) => !url.startsWith('/api');

const rowOf = (method: string, url: string): AccessRow | undefined =>
  rows.get(`${method} ${url}`) ?? (method === 'HEAD' ? rows.get(`GET ${url}`) : undefined);

/**
 * Lets every request in by its row of the access table, before its body is read (SEC-1). To be called before any route is
 * registered: a route without a row is an error of whoever wrote it, and the server does not start.
 */
export function guardAccess(app: App, callers: Callers, duties: Pick<Duties, 'require'>): void {
  app.decorateRequest('caller', null);
  app.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) {
      if (each === 'OPTIONS' || isPage(url) || rowOf(each, url)) continue;
      throw new Error(`${each} ${url} has no row in the access table`);
    }
  });
  app.addHook('onRequest', async (request) => {
    const { url } = request.routeOptions;
    if (url === undefined || isPage(url) || request.method === 'OPTIONS') return;
    const row = rowOf(request.method, url);
    if (!row) throw new Error(`${request.method} ${url} has no row in the access table`);
    request.caller = row.who.includes('anyone') ? null : await callers.admit(row, bearer(request));
    if (row.ofOwn && request.caller?.kind === 'staff') {
      await duties.require(request.caller, request.params as NamedThing);
    }
  });
}

/** The caller of a route that the table gives to one kind only. */
function callerOf<Kind extends KnownCaller['kind']>({ caller }: FastifyRequest, kind: Kind) {
  if (caller?.kind !== kind) throw new Error(`the access table lets others than ${kind} in here`);
  return caller as Extract<KnownCaller, { kind: Kind }>;
}
export const staffOf = (request: FastifyRequest): StaffCaller => callerOf(request, 'staff');
export const candidateOf = (request: FastifyRequest): CandidateCaller => callerOf(request, 'candidate');

/** Who brings in recordings. */
export function recorderOf({ caller }: FastifyRequest): CandidateCaller | PhoneCaller {
  if (caller === null || caller.kind === 'staff')
    throw new Error('the access table lets others than recorders in here');
  return caller;
}
