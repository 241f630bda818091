import type * as z from 'zod';
import { routeAccess } from '../../shared/contract/access.ts';
import { type RouteName, routes } from '../../shared/contract/http.ts';
import type { Route } from '../../shared/contract/route.ts';
import { PROTOCOL_VERSION } from '../../shared/contract/version.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { CallerOf } from '../services/callers.ts';
import type { App } from './app.ts';

type Routes = typeof routes;

export interface Call<Name extends RouteName> {
  caller: CallerOf<(typeof routeAccess)[Name]['who'][number]>;
  body: z.output<Routes[Name]['body']>;
  params: Record<string, string>;
  /** Host header: the address by which the caller reached the server. */
  host: string;
  /** Address the request came from. */
  address: string;
}
export type Handlers = {
  [Name in RouteName]: (call: Call<Name>) => Promise<z.input<Routes[Name]['reply']>>;
};

function parseBody(route: Route, body: unknown): unknown {
  const claimed = (body as { protocol?: unknown } | null)?.protocol;
  // Told before the shape is looked at: another version may well have another shape.
  if (typeof claimed === 'number' && claimed !== PROTOCOL_VERSION) {
    throw new Fault('protocol_mismatch', { server: PROTOCOL_VERSION, client: claimed });
  }
  const parsed = route.body.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  throw new Fault('bad_request', { field: parsed.error.issues[0]?.path.join('.') ?? '' });
}

/**
 * Registers every route of the contract: parses the body, calls, and sends only what the
 * reply's schema names, so that nothing else can leave the server.
 */
export function registerRoutes(app: App, handlers: Handlers): void {
  for (const [name, route] of Object.entries(routes) as [RouteName, Route][]) {
    const guests: readonly string[] = routeAccess[name].who;
    const handle = handlers[name] as (call: unknown) => Promise<unknown>;
    app.route({
      method: route.method,
      url: route.path,
      config: { rateLimit: route.method === 'POST' && guests.includes('anyone') ? {} : false },
      handler: async (request, reply) => {
        const body = parseBody(route, route.method === 'POST' ? request.body : {});
        const value = await handle({
          caller: request.caller,
          body,
          params: request.params,
          host: request.headers.host ?? '',
          address: request.ip,
        });
        reply.header('cache-control', 'no-store');
        return route.reply.parse(value);
      },
    });
  }
}
