import ExcelJS from 'exceljs';
import type { PaperFile } from '../../../shared/domain/paper.ts';
import { possibleText } from '../../xml/possible-text.ts';
import { wordsOfColumn } from './column-words.ts';
import { instructionLines } from './instruction-lines.ts';
import { type PaperRows, paperRows } from './paper-rows.ts';
import { type Column, INSTRUCTION_SHEETS, PAPER_SHEETS, type SheetLanguage, type SheetName } from './paper-sheets.ts';
import { withStandardAnchors } from './standard-anchors.ts';

const HEAD_FILL = 'FFE8EEF7';
/** Rows below the data that still offer the words to choose from. */
const SPARE_ROWS = 300;
/** Options from I on and table columns from 7 on: there where a paper has them. */
const SPARE_COLUMN = /^option[I-T]$|^column(?:[7-9]|\d\d)$/;
/** Shown size of a picture; its pixels stay as they are. */
const PICTURE_HEIGHT = 160;
const POINTS_PER_PIXEL = 0.75;

/** What spreadsheets would take for an escape is escaped. */
const written = (text: string): string => possibleText(text).replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x');

function addSheet(workbook: ExcelJS.Workbook, name: SheetName, rows: PaperRows[SheetName], language: SheetLanguage) {
  const at = language === 'zh' ? 0 : 1;
  const { names, columns: given } = PAPER_SHEETS[name];
  const all = Object.entries(given as Record<string, Column>);
  const columns = all.filter(([each]) => !SPARE_COLUMN.test(each) || rows.some((row) => row[each] !== undefined));
  const sheet = workbook.addWorksheet(names[at], { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(([key, { headings, required, width }]) => ({
    key,
    header: `${headings[at]}${required ? '*' : ''}`,
    width,
    style: { numFmt: '@', alignment: { wrapText: true, vertical: 'top' } },
  }));
  for (const row of rows) {
    const cells = Object.entries(row).map(([key, text]) => [key, text === undefined ? undefined : written(text)]);
    sheet.addRow(Object.fromEntries(cells));
  }
  const head = sheet.getRow(1);
  head.font = { bold: true };
  head.eachCell((cell) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: HEAD_FILL } };
  });
  for (const [position, [key]] of columns.entries()) {
    const words = wordsOfColumn(name, key);
    if (!words) continue;
    for (let row = 2; row <= rows.length + SPARE_ROWS; row += 1) {
      sheet.getCell(row, position + 1).dataValidation = {
        type: 'list',
        allowBlank: true,
        formulae: [`"${words.join(',')}"`],
      };
    }
  }
  return sheet;
}
function addPictures(workbook: ExcelJS.Workbook, sheet: ExcelJS.Worksheet, { paper }: PaperFile): void {
  const column = sheet.getColumn('picture').number - 1;
  for (const [at, { mime, base64, width, height }] of paper.pictures.entries()) {
    const image = workbook.addImage({ base64, extension: mime === 'image/png' ? 'png' : 'jpeg' });
    const shownHeight = Math.min(height, PICTURE_HEIGHT);
    sheet.getRow(at + 2).height = shownHeight * POINTS_PER_PIXEL + 6;
    sheet.addImage(image, {
      // A little inside the cell, so that no program rounds the corner into the row above.
      tl: { col: column + 0.05, row: at + 1.05 },
      ext: { width: Math.round((width * shownHeight) / height), height: shownHeight },
    });
  }
}

/** A paper as a workbook of the template: what was exported can be changed and imported again. */
export async function writePaperWorkbook(file: PaperFile, language: SheetLanguage): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const instructions = workbook.addWorksheet(INSTRUCTION_SHEETS[language === 'zh' ? 0 : 1]);
  instructions.getColumn(1).width = 110;
  instructions.getColumn(1).alignment = { wrapText: true, vertical: 'top' };
  for (const line of instructionLines(language)) instructions.addRow([line]);
  instructions.getRow(1).font = { bold: true, size: 14 };
  const rows = paperRows(file);
  for (const name of Object.keys(PAPER_SHEETS) as SheetName[]) {
    const sheet = addSheet(workbook, name, rows[name], language);
    if (name === 'pictures') addPictures(workbook, sheet, file);
  }
  // A reader should see the paper first, a beginner the instructions: they come first and the paper is selected.
  workbook.views = [{ x: 0, y: 0, width: 20_000, height: 12_000, firstSheet: 0, activeTab: 0, visibility: 'visible' }];
  return withStandardAnchors(Buffer.from(await workbook.xlsx.writeBuffer()));
}
