import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { App } from './app.ts';

/** The page that asks for results looks at nobody. */
const NO_DEVICES = 'camera=(), microphone=(), geolocation=()';

/** Same-origin everything. WebSockets are named, since Safari before 15.4 does not count them under 'self'. */
function contentPolicy(page: string, host: string): string {
  const socket = /^[\w.:[\]-]+$/.test(host) ? ` wss://${host}` : '';
  return [
    "default-src 'self'",
    // The console looks at photos of a roster with the vision of the exam window: WebAssembly in a worker.
    page === 'console' ? "script-src 'self' 'wasm-unsafe-eval'" : "script-src 'self'",
    page === 'console' ? "worker-src 'self'" : "worker-src 'none'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob: mediastream:",
    `connect-src 'self'${socket}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The phone page at `/phone/`, the results at `/results/` and the console at `/console/`, from the built product. */
export async function registerPages(app: App, dist: string): Promise<void> {
  app.get('/', (_request, reply) => reply.redirect('/console/'));
  for (const page of ['phone', 'results', 'console']) {
    const root = join(dist, page);
    app.get(`/${page}`, (_request, reply) => reply.redirect(`/${page}/`));
    if (!existsSync(root)) {
      app.log.warn({ root }, 'a page is not built and is not served');
      continue;
    }
    await app.register(fastifyStatic, {
      root,
      prefix: `/${page}/`,
      decorateReply: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (response, path) => {
        response.setHeader('cache-control', path.endsWith('.html') ? 'no-store' : 'no-cache');
      },
    });
  }
  app.addHook('onSend', async (request, reply) => {
    const [, page] = /^\/(phone|results|console)\//.exec(request.url) ?? [];
    if (!page) return;
    // The face analyser's library has Node's ending; a worker takes only what is called a script.
    if (/[.]cjs$/.test(request.url)) reply.type('text/javascript; charset=utf-8');
    reply.headers({
      // The same address is answered in two encodings: no cache in between may mix them up.
      vary: [reply.getHeader('vary'), 'Accept-Encoding'].filter(Boolean).join(', '),
      'content-security-policy': contentPolicy(page, request.headers.host ?? ''),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'permissions-policy': page === 'results' ? NO_DEVICES : 'camera=(self), microphone=(self), geolocation=()',
    });
  });
}
