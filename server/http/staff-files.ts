import fastifyStatic from '@fastify/static';
import { rawPaths } from '../../shared/contract/http.ts';
import type { Evidence } from '../services/evidence.ts';
import type { Pictures } from '../services/pictures.ts';
import type { App } from './app.ts';

interface Parts {
  evidence: Evidence;
  pictures: Pictures;
  /** Directory that segment paths are relative to. */
  evidenceDirectory: string;
}

/** Recordings (with ranges) and pictures. */
export async function registerStaffFiles(app: App, { evidence, pictures, evidenceDirectory }: Parts): Promise<void> {
  await app.register(fastifyStatic, { root: evidenceDirectory, serve: false });

  app.get(`${rawPaths.segmentContent}:segmentId`, async (request, reply) => {
    const segment = await evidence.find((request.params as { segmentId: string }).segmentId);
    return reply
      .headers({ 'x-content-type-options': 'nosniff', 'cache-control': 'private, max-age=3600' })
      .sendFile(segment.path, { cacheControl: false, dotfiles: 'allow' });
  });

  app.get(`${rawPaths.picture}:pictureId`, async (request, reply) => {
    const jpeg = await pictures.read((request.params as { pictureId: string }).pictureId);
    return reply
      .headers({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
      .send(jpeg);
  });
}
