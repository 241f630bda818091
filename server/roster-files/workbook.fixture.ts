import { buffer as collect } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import { ZipFile } from 'yazl';
import { ROSTER_SHEETS, type SheetName } from './roster-template.ts';

export type Rows = Partial<Record<SheetName, unknown[][]>>;

/** Each sheet with its Chinese headings and these rows; `change` then does to it what people do. */
export async function workbookOf(rows: Rows, change: (workbook: ExcelJS.Workbook) => void = () => {}): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, lines] of Object.entries(rows) as [SheetName, unknown[][]][]) {
    const { names, columns } = ROSTER_SHEETS[name];
    const sheet = workbook.addWorksheet(names[0]);
    sheet.addRow(Object.values(columns).map(({ headings }) => headings[0]));
    for (const line of lines) sheet.addRow(line);
  }
  change(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

export async function zipOf(files: Record<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(content, name);
  zip.end();
  return collect(zip.outputStream as never);
}
