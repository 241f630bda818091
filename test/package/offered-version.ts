import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A web server of files with one newer version, as `npm run dist -- --updates` lays it out for Linux. */
export interface OfferedVersion {
  address: string;
  /** Name of the program's file. */
  file: string;
  /** What was asked for, by path. */
  asked: string[];
  close(): Promise<void>;
}

export async function offerVersion(version: string, program: Buffer): Promise<OfferedVersion> {
  const file = `yunkao-${version}-linux-x64.AppImage`;
  const sha512 = createHash('sha512').update(program).digest('base64');
  const listing = [
    `version: ${version}`,
    'files:',
    `  - url: ${file}`,
    `    sha512: ${sha512}`,
    `    size: ${program.length}`,
    `path: ${file}`,
    `sha512: ${sha512}`,
    `releaseDate: '2026-01-01T00:00:00.000Z'`,
  ].join('\n');
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/[?].*/, '');
    asked.push(path);
    if (path === '/latest-linux.yml') response.end(listing);
    else if (path === `/${file}`) response.setHeader('content-length', program.length).end(program);
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    file,
    asked,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
