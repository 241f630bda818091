import type { FastifyRequest } from 'fastify';
import { BatchSchema, FileAnswerSchema, rosterFilePaths } from '../../shared/contract/roster.ts';
import { imageKind } from '../roster-files/image-kind.ts';
import { rosterTemplate } from '../roster-files/write-template.ts';
import type { RosterServices } from '../services/roster/roster-services.ts';
import { staffOf } from './access-guard.ts';
import type { App } from './app.ts';
import { bodyOf } from './body-of.ts';

const WORKBOOK_LIMIT = 10_000_000;
const PHOTOS_LIMIT = 200_000_000;
const SCAN_LIMIT = 15_000_000;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Files an organiser hands in and gets back: rosters, photos, signed declarations. */
export function registerRosterFiles(app: App, { imports, photos, steps, changes }: RosterServices): void {
  const param = (request: FastifyRequest, name: string) => (request.params as Record<string, string>)[name] ?? '';
  const query = (request: FastifyRequest, name: string) => (request.query as Record<string, string>)[name];
  const kept = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };

  app.get(rosterFilePaths.template, async (request, reply) => {
    const workbook = await rosterTemplate(query(request, 'language') === 'en' ? 'en' : 'zh');
    return reply.headers({ ...kept, 'content-type': XLSX }).send(workbook);
  });

  app.post(rosterFilePaths.roster, async (request, reply) => {
    const { name } = staffOf(request);
    const bytes = await bodyOf(request, reply, WORKBOOK_LIMIT);
    const batchId = param(request, 'batchId');
    const take = query(request, 'take') === 'yes';
    reply.headers(kept);
    return FileAnswerSchema.parse(
      take ? await imports.take(batchId, bytes, name) : await imports.check(batchId, bytes),
    );
  });

  app.post(rosterFilePaths.photos, async (request, reply) => {
    const { name } = staffOf(request);
    const bytes = await bodyOf(request, reply, PHOTOS_LIMIT);
    reply.headers(kept);
    return FileAnswerSchema.parse(await photos.take(param(request, 'batchId'), bytes, name));
  });

  app.get(rosterFilePaths.photo, async (request, reply) => {
    const photo = await photos.read(param(request, 'applicantId'));
    return reply.headers({ ...kept, 'content-type': `image/${imageKind(photo) ?? 'jpeg'}` }).send(photo);
  });

  app.get(rosterFilePaths.changePhoto, async (request, reply) => {
    const photo = await changes.askedPhoto(param(request, 'changeId'));
    return reply.headers({ ...kept, 'content-type': 'image/jpeg' }).send(photo);
  });

  app.post(rosterFilePaths.declaration, async (request, reply) => {
    const { name } = staffOf(request);
    const scan = await bodyOf(request, reply, SCAN_LIMIT);
    const revision = Number(query(request, 'revision'));
    reply.headers(kept);
    return BatchSchema.parse(await steps.declare(param(request, 'batchId'), { scan, revision }, name));
  });

  app.get(rosterFilePaths.declaration, async (request, reply) => {
    const { bytes, mime } = await steps.declaration(param(request, 'batchId'));
    return reply.headers({ ...kept, 'content-type': mime }).send(bytes);
  });
}
