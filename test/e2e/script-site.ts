import { once } from 'node:events';
import { createServer } from 'node:http';
import { build } from 'esbuild';

/** A bare page with one script, served from this machine: a secure origin without the product's own pages. */
export interface ScriptSite {
  origin: string;
  close(): void;
}

const TYPES = { js: 'text/javascript', css: 'text/css', html: 'text/html; charset=utf-8' };
const PAGE =
  '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>云考</title>' +
  '<link rel="stylesheet" href="/page.css"></head><body><div id="exam"></div><script src="/page.js"></script>';

/**
 * Bundles `script` (a source file, its styles with it) for the shell's browser generation and serves it at `/`.
 * `policy`: the Content-Security-Policy that the page is served under; left out for none.
 */
export async function openScriptSite(script: URL, policy?: string): Promise<ScriptSite> {
  const { outputFiles } = await build({
    entryPoints: [script.pathname],
    bundle: true,
    write: false,
    outdir: 'page',
    format: 'iife',
    target: 'chrome108',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const made = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  const bodies = { js: made('.js'), css: made('.css'), html: PAGE };
  const server = createServer((request, response) => {
    const kind = request.url === '/page.js' ? 'js' : request.url === '/page.css' ? 'css' : 'html';
    response.writeHead(200, {
      'content-type': TYPES[kind],
      ...(policy ? { 'content-security-policy': policy } : {}),
    });
    response.end(bodies[kind]);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the site has no port');
  return { origin: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}
