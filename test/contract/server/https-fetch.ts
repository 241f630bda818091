import { type RequestOptions, request } from 'node:https';

/**
 * `fetch` that trusts one certificate and checks the name against it, as a browser that was told to trust it would.
 * `line`: the connections it goes over; a new one each time unless given.
 */
export function httpsFetch(
  ca: string,
  line: Pick<RequestOptions, 'agent' | 'localAddress'> = { agent: false },
): typeof fetch {
  return (input, init = {}) =>
    new Promise((resolve, reject) => {
      const headers = Object.fromEntries(new Headers(init.headers).entries());
      const call = request(String(input), { method: init.method ?? 'GET', headers, ca, ...line }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const status = response.statusCode ?? 0;
          const body = status === 204 || status === 304 ? null : Buffer.concat(parts);
          resolve(new Response(body, { status, headers: response.headers as Record<string, string> }));
        });
        response.on('error', reject);
      });
      call.on('error', reject);
      call.end(init.body ?? undefined);
    });
}
