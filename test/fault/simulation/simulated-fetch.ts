import type { SimulatedReply } from './centre-routes.ts';
import type { Line } from './line.ts';

/** `fetch` as shared/contract/http-client.ts calls it: one stream a request. */
export function simulatedFetch(line: Pick<Line, 'dial'>): typeof fetch {
  const send = (path: string, { method, headers, body, signal }: RequestInit) =>
    new Promise<unknown>((resolve, reject) => {
      const stream = line.dial({
        message(text) {
          const reply = JSON.parse(text) as SimulatedReply;
          stream.close('home');
          resolve({ ok: reply.status < 300, status: reply.status, json: async () => reply.body });
        },
        closed: () => reject(new TypeError('Failed to fetch')),
      });
      signal?.addEventListener('abort', () => {
        stream.close('home');
        reject(new DOMException('aborted', 'AbortError'));
      });
      stream.send('home', JSON.stringify({ method, path, headers, body }));
    });
  return send as typeof fetch;
}
