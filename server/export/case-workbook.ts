import ExcelJS from 'exceljs';
import type { CaseRow } from './case-rows.ts';
import { EXPORT_WORDS } from './export-words.ts';

type Column = keyof typeof EXPORT_WORDS.columns;
const COLUMNS = Object.keys(EXPORT_WORDS.columns) as Column[];
const WIDE: ReadonlySet<Column> = new Set([
  'report',
  'ground',
  'pictures',
  'clips',
  'recordings',
  'folder',
  'examination',
]);

/** The list as a workbook, one row a case; text everywhere, so that no program makes a formula or a number of it. */
export async function caseWorkbook(rows: readonly CaseRow[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(EXPORT_WORDS.sheet, { views: [{ state: 'frozen', ySplit: 1, xSplit: 3 }] });
  sheet.columns = COLUMNS.map((column) => ({
    header: EXPORT_WORDS.columns[column],
    width: WIDE.has(column) ? 36 : 18,
    style: { numFmt: '@' },
  }));
  const head = sheet.getRow(1);
  head.font = { bold: true };
  for (const row of rows) {
    const cells = COLUMNS.map((column) => {
      const value = row[column];
      return typeof value === 'object' ? value.join('\n') : String(value);
    });
    sheet.addRow(cells).alignment = { wrapText: true, vertical: 'top' };
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
