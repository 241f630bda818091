import { extname, resolve, sep } from 'node:path';
import { EXAM_ORIGIN } from './exam-address.ts';

/** By our own table: Windows lets any installed program change what `.js` is. */
const MIME_TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.cjs': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
  '.ogg': 'audio/ogg',
};

export interface BundleFile {
  path: string;
  mimeType: string;
}

/** The file of the bundle that an address stands for; null for another host or anything that leads out of `folder`. */
export function bundleFile(address: string, folder: string): BundleFile | null {
  let pathname: string;
  try {
    const url = new URL(address);
    if (`${url.protocol}//${url.host}` !== EXAM_ORIGIN) return null;
    pathname = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  if (pathname.includes('\0') || pathname.includes('\\')) return null;
  const root = resolve(folder);
  const path = resolve(root, `.${pathname.endsWith('/') ? `${pathname}index.html` : pathname}`);
  if (!path.startsWith(root + sep)) return null;
  return { path, mimeType: MIME_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream' };
}
