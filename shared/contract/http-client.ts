import { Fault } from '../support/fault.ts';
import { RefusalSchema, type RouteBody, type RouteName, type RouteReply, routes } from './http.ts';

export interface HttpClientOptions {
  /** e.g. `https://192.168.1.5:8443`; empty for the page's own origin. */
  origin: string;
  /** Bearer token of the caller, null before sign-in. */
  token: () => string | null;
  fetch?: typeof fetch;
  timeoutMs?: number;
}

export type HttpClient = <Name extends RouteName>(
  name: Name,
  body: RouteBody<Name>,
  params?: Record<string, string>,
) => Promise<RouteReply<Name>>;

/** Calls a route of the contract. Throws `Fault`: the server's reason, or `unreachable` when no answer came. */
export function createHttpClient({ origin, token, fetch: send, timeoutMs = 20_000 }: HttpClientOptions): HttpClient {
  return async (name, body, params = {}) => {
    const route = routes[name];
    const path = route.path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
    const bearer = token();
    const headers: Record<string, string> = bearer ? { authorization: `Bearer ${bearer}` } : {};
    if (route.method === 'POST') headers['content-type'] = 'application/json';
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), timeoutMs);
    try {
      const response = await (send ?? fetch)(origin + path, {
        method: route.method,
        headers,
        body: route.method === 'POST' ? JSON.stringify(body) : null,
        signal: abort.signal,
        cache: 'no-store',
      });
      const answer: unknown = await response.json();
      if (response.ok) return route.reply.parse(answer) as RouteReply<typeof name>;
      const refusal = RefusalSchema.safeParse(answer);
      throw refusal.success ? new Fault(refusal.data.reason, refusal.data.params) : new Fault('server_error');
    } catch (cause) {
      if (cause instanceof Fault) throw cause;
      throw new Fault('unreachable', {}, { cause });
    } finally {
      clearTimeout(timer);
    }
  };
}
