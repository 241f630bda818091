import { request } from 'node:https';
import { createHttpClient, type HttpClient } from '../../shared/contract/http-client.ts';

/** `fetch` to one server whose certificate has the given SHA-256 fingerprint and no other. */
function pinnedFetch(fingerprint: string): typeof fetch {
  return (input, init = {}) =>
    new Promise((resolve, reject) => {
      const call = request(
        String(input),
        {
          method: init.method ?? 'GET',
          headers: init.headers as Record<string, string>,
          // The chain ends in a certificate made at first start: the fingerprint below is what is trusted.
          rejectUnauthorized: false,
          agent: false,
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('end', () => resolve(new Response(Buffer.concat(parts), { status: response.statusCode ?? 500 })));
        },
      );
      call.on('socket', (socket) =>
        socket.on('secureConnect', () => {
          const seen = 'getPeerCertificate' in socket ? (socket as import('node:tls').TLSSocket).getPeerCertificate() : null;
          if (seen?.fingerprint256.replaceAll(':', '').toLowerCase() !== fingerprint) {
            call.destroy(new Error('another certificate than the server announced'));
          }
        }),
      );
      call.on('error', reject);
      call.end(init.body ?? undefined);
    });
}

/** The contract's routes as a signed-in member of staff: how the rehearsal looks at what the server holds. */
export async function signInStaff(
  origin: string,
  fingerprint: string,
  account: { login: string; password: string },
): Promise<HttpClient> {
  const send = pinnedFetch(fingerprint);
  const anyone = createHttpClient({ origin, token: () => null, fetch: send });
  const { token } = await anyone('staffSignIn', account);
  return createHttpClient({ origin, token: () => token, fetch: send });
}
