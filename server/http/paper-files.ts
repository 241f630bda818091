import type { FastifyRequest } from 'fastify';
import { PaperAnswerSchema, paperFilePaths } from '../../shared/contract/paper-import.ts';
import type { PaperImport } from '../services/paper-import.ts';
import { staffOf } from './access-guard.ts';
import type { App } from './app.ts';
import { bodyOf } from './body-of.ts';

const FILE_LIMIT = 64 * 1024 * 1024;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Papers as files: handed in by an organiser, and given back. */
export function registerPaperFiles(app: App, papers: PaperImport): void {
  const sessionId = (request: FastifyRequest) => (request.params as { sessionId: string }).sessionId;
  const query = (request: FastifyRequest) => request.query as { take?: string; format?: string; language?: string };
  const language = (request: FastifyRequest) => (query(request).language === 'en' ? 'en' : 'zh');
  const kept = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };

  app.post(paperFilePaths.file, async (request, reply) => {
    const { name } = staffOf(request);
    const bytes = await bodyOf(request, reply, FILE_LIMIT);
    reply.headers(kept);
    const take = query(request).take === 'yes';
    return PaperAnswerSchema.parse(
      take ? await papers.take(sessionId(request), bytes, name) : await papers.check(sessionId(request), bytes),
    );
  });

  app.get(paperFilePaths.export, async (request, reply) => {
    const format = query(request).format === 'qti' ? 'qti' : 'xlsx';
    const bytes = await papers.export(sessionId(request), format, language(request));
    return reply.headers({ ...kept, 'content-type': format === 'qti' ? 'application/zip' : XLSX }).send(bytes);
  });

  app.get(paperFilePaths.template, async (request, reply) => {
    const bytes = await papers.template(sessionId(request), language(request));
    return reply.headers({ ...kept, 'content-type': XLSX }).send(bytes);
  });
}
