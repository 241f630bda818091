import ExcelJS from 'exceljs';
import type { CandidateResult, CandidateSession } from '../../shared/contract/results.ts';
import type { Examination } from '../../shared/contract/views.ts';
import { WORKBOOK_WORDS, type WorkbookLanguage } from './workbook-words.ts';

export interface ExaminationResults {
  examination: Examination;
  candidates: readonly CandidateResult[];
}

type Cell = string | number | null;
interface Column {
  header: string;
  width: number;
  of(session: CandidateSession): Cell;
}

/** A name Excel takes for a sheet: 31 characters, none of `: \ / ? * [ ]`. */
const sheetName = ({ occupation, level }: Examination): string =>
  `${occupation}${level}`.replace(/[:\\/?*[\]]/g, ' ').slice(0, 31);

function columnsOf(examination: Examination, language: WorkbookLanguage): { sessionId: string; column: Column }[] {
  const words = WORKBOOK_WORDS[language];
  return examination.sessions.flatMap(({ id: sessionId, kind, title }) => {
    const components = examination.components.filter(({ session }) => session === kind);
    const columns: Column[] = [
      ...components.map(({ component, title: name, points, weight }) => ({
        header: words.component(name, points, weight),
        width: 16,
        of: ({ weighted }: CandidateSession) =>
          weighted?.components.find((score) => score.component === component)?.earned ?? null,
      })),
      { header: words.score(title), width: 16, of: ({ weighted }) => weighted?.score ?? null },
      {
        header: words.pending(title),
        width: 12,
        of: ({ weighted }) => weighted?.components.reduce((sum, { pending }) => sum + pending, 0) ?? null,
      },
      { header: words.state(title), width: 12, of: ({ state }) => words.states[state] },
      {
        header: words.annotations(title),
        width: 40,
        of: ({ annotations }) => annotations.map(({ text, by }) => `${text}（${by}）`).join('\n'),
      },
    ];
    return columns.map((column) => ({ sessionId, column }));
  });
}

/** The results of examinations as a workbook, one sheet an occupation and level. */
export async function resultsWorkbook(
  results: readonly ExaminationResults[],
  language: WorkbookLanguage,
): Promise<Buffer> {
  const words = WORKBOOK_WORDS[language];
  const workbook = new ExcelJS.Workbook();
  for (const { examination, candidates } of results) {
    const columns = columnsOf(examination, language);
    const sheet = workbook.addWorksheet(sheetName(examination), { views: [{ state: 'frozen', ySplit: 1, xSplit: 3 }] });
    sheet.columns = [
      { header: words.number, width: 6 },
      // Text: Excel would cut the leading zeros of a number.
      { header: words.admissionNo, width: 16, style: { numFmt: '@' } },
      { header: words.name, width: 12 },
      ...columns.map(({ column: { header, width } }) => ({ header, width })),
    ];
    const head = sheet.getRow(1);
    head.font = { bold: true };
    head.alignment = { wrapText: true, vertical: 'top' };
    candidates.forEach(({ admissionNo, name, sessions }, index) => {
      const cells = columns.map(({ sessionId, column }) => {
        const session = sessions.find((each) => each.sessionId === sessionId);
        return session ? column.of(session) : null;
      });
      sheet.addRow([index + 1, admissionNo, name, ...cells]).alignment = { wrapText: true, vertical: 'top' };
    });
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
