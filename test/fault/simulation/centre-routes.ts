import { faultOf, statusOf } from '../../../server/fault-of.ts';
import type { App } from '../../../server/http/app.ts';
import { Fault } from '../../../shared/support/fault.ts';
import type { Listener, Stream } from './line.ts';

/** One HTTP request, as the home sends it. */
export interface SimulatedRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | null;
}
export interface SimulatedReply {
  status: number;
  body: unknown;
}

interface Registered {
  method: string;
  url: string;
  shape: RegExp;
  handler(request: object, reply: { header(name: string, value: string): void }): Promise<unknown>;
}
type Look = (request: object) => Promise<void>;

/** The parts of fastify that access-guard.ts and register-routes.ts of server/http call. */
export function createCentreRoutes(
  isAlive: () => boolean,
  complain: (text: string, cause: unknown) => void,
): { app: Pick<App, 'route' | 'addHook' | 'decorateRequest'>; accept(stream: Stream): Listener } {
  const registered: Registered[] = [];
  const looks: Look[] = [];

  async function answer({ method, path, headers, body }: SimulatedRequest): Promise<SimulatedReply> {
    try {
      for (const route of registered) {
        const found = route.method === method ? route.shape.exec(path) : null;
        if (!found) continue;
        const request = {
          ...{ method, headers, routeOptions: { url: route.url }, params: { ...found.groups } },
          body: body === null ? null : JSON.parse(body),
        };
        for (const look of looks) await look(request);
        return { status: 200, body: await route.handler(request, { header: () => {} }) };
      }
      throw new Fault('not_found');
    } catch (cause) {
      const fault = faultOf(cause);
      if (fault.reason === 'server_error') complain(`${method} ${path} failed`, cause);
      return { status: statusOf(fault), body: { reason: fault.reason, params: fault.params } };
    }
  }

  return {
    app: {
      decorateRequest: () => {},
      addHook: (when: string, look: Look) => void (when === 'onRequest' && looks.push(look)),
      route({ method, url, handler }: { method: unknown; url: string; handler: unknown }) {
        const shape = new RegExp(`^${url.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
        registered.push({ method: String(method), url, shape, handler: handler as Registered['handler'] });
      },
    } as unknown as Pick<App, 'route' | 'addHook' | 'decorateRequest'>,
    accept: (stream) => ({
      async message(text) {
        const reply = await answer(JSON.parse(text) as SimulatedRequest);
        if (isAlive()) stream.send('centre', JSON.stringify(reply));
      },
      closed: () => {},
    }),
  };
}
