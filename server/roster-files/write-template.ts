import ExcelJS from 'exceljs';
import { type Column, ROSTER_SHEETS } from './roster-template.ts';

const WIDTH = 22;

/** An empty roster to fill in. Every column is text, so that Excel neither rounds an identity number nor turns a date. */
export async function rosterTemplate(language: 'zh' | 'en'): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const { names, columns } of Object.values(ROSTER_SHEETS)) {
    const sheet = workbook.addWorksheet(names[language === 'zh' ? 0 : 1], { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = (Object.values(columns) as Column[]).map(({ headings, required }) => ({
      header: `${headings[language === 'zh' ? 0 : 1]}${required ? '*' : ''}`,
      width: WIDTH,
      style: { numFmt: '@' },
    }));
    sheet.getRow(1).font = { bold: true };
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
