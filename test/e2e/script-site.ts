import { once } from 'node:events';
import { createServer } from 'node:http';
import { build } from 'esbuild';

/** A bare page with one script, served from this machine: a secure origin without the product's own pages. */
export interface ScriptSite {
  origin: string;
  close(): void;
}

/** Bundles `script` (a source file) for the shell's browser generation and serves it at `/`. */
export async function openScriptSite(script: URL): Promise<ScriptSite> {
  const { outputFiles } = await build({
    entryPoints: [script.pathname],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome108',
  });
  const code = outputFiles[0]?.text ?? '';
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' });
    response.end(isScript ? code : '<!doctype html><body><script src="/page.js"></script>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the site has no port');
  return { origin: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}
