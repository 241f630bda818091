import { ANSWER_FILE_LIMIT, AnswerFileReportSchema } from '../../shared/contract/answer-file.ts';
import { rawPaths } from '../../shared/contract/http.ts';
import type { AnswerFiles } from '../services/answer-files/answer-files.ts';
import { staffOf } from './access-guard.ts';
import type { App } from './app.ts';
import { bodyOf } from './body-of.ts';

/** Answer files, handed in by an organiser for a candidate whose network did not return (ANS-6). */
export function registerAnswerFiles(app: App, files: AnswerFiles): void {
  app.post(rawPaths.answerFile, async (request, reply) => {
    const { name } = staffOf(request);
    const bytes = await bodyOf(request, reply, ANSWER_FILE_LIMIT);
    const take = (request.query as { take?: string }).take === 'yes';
    reply.headers({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    return AnswerFileReportSchema.parse(take ? await files.take(bytes, name) : await files.look(bytes));
  });
}
