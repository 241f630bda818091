import { Readable } from 'node:stream';
import { rawPaths } from '../../shared/contract/http.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { RandomSource } from '../services/ports.ts';
import type { App } from './app.ts';

const LIMIT_BYTES = 16 * 1024 * 1024;
const CHUNK_BYTES = 64 * 1024;

function* repeated(chunk: Buffer, bytes: number): Generator<Buffer> {
  for (let left = bytes; left > 0; left -= chunk.length) yield left < chunk.length ? chunk.subarray(0, left) : chunk;
}

/** Bytes to measure a candidate's line with. Random, so that nothing on the way can squeeze them. */
export function registerSpeedTest(app: App, random: RandomSource): void {
  app.get(rawPaths.speedDownload, async (request, reply) => {
    const bytes = Number((request.query as { bytes?: string }).bytes);
    if (!Number.isInteger(bytes) || bytes < 1) throw new Fault('bad_request', { field: 'bytes' });
    if (bytes > LIMIT_BYTES) throw new Fault('too_large');
    reply.headers({
      'content-type': 'application/octet-stream',
      'content-length': bytes,
      'cache-control': 'no-store',
      'content-encoding': 'identity',
    });
    return reply.send(Readable.from(repeated(random.bytes(CHUNK_BYTES), bytes), { objectMode: false }));
  });

  app.post(rawPaths.speedUpload, async (request, reply) => {
    let bytes = 0;
    for await (const chunk of request.raw) {
      bytes += chunk.length;
      if (bytes > LIMIT_BYTES) {
        reply.header('connection', 'close');
        throw new Fault('too_large');
      }
    }
    return reply.status(204).send();
  });
}
