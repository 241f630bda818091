import { rawPaths } from '../../shared/contract/http.ts';
import { resultsWorkbook } from '../result-files/results-workbook.ts';
import { WORKBOOK_LANGUAGES } from '../result-files/workbook-words.ts';
import type { ExaminationBook } from '../services/examination-book.ts';
import type { Results } from '../services/results.ts';
import type { App } from './app.ts';

interface Parts {
  book: ExaminationBook;
  results: Results;
}

/** The results as a file. */
export function registerResultsWorkbook(app: App, { book, results }: Parts): void {
  app.get(rawPaths.resultsWorkbook, async (request, reply) => {
    const asked = (request.query as { language?: string }).language;
    const language = WORKBOOK_LANGUAGES.find((each) => each === asked) ?? 'zh-CN';
    const sheets = [];
    for (const examination of book.examinations) {
      sheets.push({ examination, candidates: await results.ofExamination(examination.id) });
    }
    return reply
      .headers({
        'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'content-disposition': 'attachment; filename="results.xlsx"',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      })
      .send(await resultsWorkbook(sheets, language));
  });
}
