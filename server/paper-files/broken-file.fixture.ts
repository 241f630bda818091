import { buffer as collect } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import { ZipFile } from 'yazl';
import { COMPONENTS } from '../../shared/domain/paper.ts';
import { readArchive } from '../archives/read-archive.ts';
import { examplePaper } from './example-paper.ts';
import type { PaperTarget } from './paper-reading.ts';
import { writeQtiPackage } from './qti/write-qti-package.ts';
import { readPaperFile } from './read-paper-file.ts';
import { writePaperWorkbook } from './sheets/write-paper-workbook.ts';

const GENEROUS = { entries: 10_000, entryBytes: 1e9, totalBytes: 1e9 };

export const target: PaperTarget = { sessionId: 'labour-3-skills', components: COMPONENTS, otherItems: new Map() };

export async function zipOf(files: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of files) zip.addBuffer(content, name);
  zip.end();
  return collect(zip.outputStream as never);
}

/** An archive whose parts were changed behind its program's back. */
export async function withParts(bytes: Buffer, change: (files: Map<string, Buffer>) => void): Promise<Buffer> {
  const files = await readArchive(bytes, GENEROUS);
  change(files);
  return zipOf(files);
}

/** A workbook to which somebody then did what people do. */
export async function workbookFrom(
  bytes: Buffer,
  change: (sheet: (name: string) => ExcelJS.Worksheet) => void,
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as never);
  change((name) => workbook.getWorksheet(name) as ExcelJS.Worksheet);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

export const workbookWith = async (change: Parameters<typeof workbookFrom>[1]): Promise<Buffer> =>
  workbookFrom(await writePaperWorkbook(examplePaper(target), 'zh'), change);

/** The cell of the row with this id in the first column, under this heading. */
export function cellAt(sheet: ExcelJS.Worksheet, id: string, heading: string): ExcelJS.Cell {
  let row = 0;
  let column = 0;
  sheet.getColumn(1).eachCell((cell, at) => {
    if (cell.value === id) row = at;
  });
  sheet.getRow(1).eachCell((cell, at) => {
    if (`${cell.value}`.replace('*', '') === heading) column = at;
  });
  return sheet.getRow(row).getCell(column);
}

/** The example as a QTI package, one file of which was edited by hand. */
export async function packageWith(path: string, change: (xml: string) => string): Promise<Buffer> {
  return withParts(await writeQtiPackage(examplePaper(target)), (files) => {
    const found = [...files.keys()].find((each) => decodeURIComponent(each) === path) ?? path;
    files.set(found, Buffer.from(change(`${files.get(found) ?? ''}`)));
  });
}

/** The faults of a file as one reads them: kind, place, what stands there. */
export async function faultsOf(bytes: Buffer): Promise<string[]> {
  const { file, faults } = await readPaperFile(bytes, target);
  if (file !== null) return [];
  return faults.map(({ kind, place, params }) => {
    const { sheet, cell, file: path, element, line, item } = place;
    const where = [sheet, cell, path && decodeURIComponent(path), element, line && `:${line}`, item];
    return [kind, ...where, ...Object.values(params)].filter((part) => part !== undefined).join(' ');
  });
}
