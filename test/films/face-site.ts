import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** A page with the analysers beside it, served as the exam shell serves its own: same files, same policies. */
export interface FaceSite {
  origin: string;
  close(): void;
}

const projectFile = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The narrowest policies under which the analyser runs: of the page, and of the worker, which has its own. */
const PAGE_POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'";
const WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

const TYPES: Record<string, string> = {
  '.cjs': 'text/javascript',
  '.js': 'text/javascript',
  '.jpg': 'image/jpeg',
  '.wasm': 'application/wasm',
};

const VISION = projectFile('node_modules/@mediapipe/tasks-vision');

async function script(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [projectFile(entry)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome108',
  });
  return outputFiles[0]?.text ?? '';
}

/** Serves `pageScript` (a source file in the project) at `/`, and the files of `pictures` under `/pictures/`. */
export async function openFaceSite(pageScript: string, pictures: string): Promise<FaceSite> {
  const [page, faces, objects] = await Promise.all([
    script(pageScript),
    script('renderer/analyzers/face-worker.ts'),
    script('renderer/analyzers/object-worker.ts'),
  ]);
  const made = new Map<string, string>([
    ['/', '<!doctype html><meta charset="utf-8"><script src="/page.js"></script>'],
    ['/page.js', page],
    ['/face-worker.js', faces],
    ['/object-worker.js', objects],
    // The same worker with nothing beside it: what a damaged installation looks like.
    ['/elsewhere/face-worker.js', faces],
  ]);
  const fileFor = (path: string): string => {
    if (path.startsWith('/pictures/')) return join(pictures, path.slice('/pictures/'.length));
    if (path.startsWith('/models/')) return projectFile(`assets${path}`);
    return join(VISION, path);
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const headers = {
      'content-type': TYPES[extname(path)] ?? (path === '/' ? 'text/html' : 'application/octet-stream'),
      'content-security-policy': path.endsWith('-worker.js') ? WORKER_POLICY : PAGE_POLICY,
    };
    Promise.resolve(made.get(path) ?? readFile(fileFor(path))).then(
      (content) => response.writeHead(200, headers).end(content),
      () => response.writeHead(404).end(),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the site has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
