import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { rawPaths } from '../../shared/contract/http.ts';
import type { Evidence } from '../services/evidence.ts';
import type { Pictures } from '../services/pictures.ts';
import type { App } from './app.ts';
import { requestedRange } from './byte-range.ts';

interface Parts {
  evidence: Evidence;
  pictures: Pictures;
}

/** By the name the exam centre gave the file; what its sender called it is not repeated to a browser. */
const TYPES: Record<string, string> = { '.webm': 'video/webm', '.mp4': 'video/mp4', '.jpg': 'image/jpeg' };

/** Recordings (with ranges) and pictures. */
export function registerStaffFiles(app: App, { evidence, pictures }: Parts): void {
  app.get(`${rawPaths.segmentContent}:segmentId`, async (request, reply) => {
    const { path, file } = await evidence.open((request.params as { segmentId: string }).segmentId);
    const range = requestedRange(request.headers.range, file.bytes);
    if (range === 'beyond') {
      await file.close();
      return reply.code(416).header('content-range', `bytes */${file.bytes}`).send();
    }
    const { from, until } = range ?? { from: 0, until: file.bytes };
    if (range) reply.code(206).header('content-range', `bytes ${from}-${until - 1}/${file.bytes}`);
    const stream = Readable.from(file.read(from, until), { objectMode: false });
    stream.once(
      'close',
      () => void file.close().catch((err: unknown) => request.log.warn({ err }, 'a segment stayed open')),
    );
    return reply
      .headers({
        'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
        'content-length': until - from,
        'accept-ranges': 'bytes',
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, max-age=3600',
      })
      .send(stream);
  });

  app.get(`${rawPaths.picture}:pictureId`, async (request, reply) => {
    const jpeg = await pictures.read((request.params as { pictureId: string }).pictureId);
    return reply
      .headers({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
      .send(jpeg);
  });
}
