import type { PaperImportFault } from '../../../shared/contract/paper-import.ts';
import type { Block, Picture } from '../../../shared/domain/content.ts';
import { cellName, type Sheet } from '../../workbooks/cell.ts';
import { importFault } from '../paper-reading.ts';
import { pictureOfBytes } from '../picture-of-bytes.ts';
import { chosen, idIn, numberIn, textIn } from './cell-values.ts';
import { YES_CHOICE } from './choices.ts';
import { contentParts } from './content-text.ts';
import { PAPER_SHEETS, TABLE_COLUMNS } from './paper-sheets.ts';
import { isNamed, sheetTable, type TableCell, type TableRow } from './sheet-table.ts';

type Table = Block & { kind: 'table' };

/** What text refers to by a marker. */
export interface Parts {
  tables: Map<string, { table: Table; cell: TableCell; used: boolean }>;
  pictures: Map<string, { picture: Picture | null; alt: string; cell: TableCell }>;
}

const CAPTION = 200;
const TABLE_TEXT = 2_000;
const DESCRIPTION = 500;

const cellsOf = ({ cells }: TableRow<'tables'>): TableCell[] => TABLE_COLUMNS.map((number) => cells[`column${number}`]);

function tableOf(rows: readonly [TableRow<'tables'>, ...TableRow<'tables'>[]]): Table {
  const { cells } = rows[0];
  const filled = rows.map((row) => cellsOf(row).reduce((last, { text }, at) => (text !== '' ? at + 1 : last), 0));
  const width = numberIn(cells.width, { from: 1, to: TABLE_COLUMNS.length, whole: true }, Math.max(1, ...filled));
  return {
    kind: 'table',
    caption: textIn(cells.caption, CAPTION),
    header: chosen(cells.header, YES_CHOICE, true),
    rows: rows.map((row, at) => {
      const beyond = cellsOf(row)[width];
      if (beyond && (filled[at] ?? 0) > width) beyond.reject('table_uneven', { where: cells.id.word, detail: width });
      return cellsOf(row)
        .slice(0, width)
        .map((cell) => textIn(cell, TABLE_TEXT));
    }),
  };
}

function readTables(sheets: readonly Sheet[], faults: PaperImportFault[]): Parts['tables'] {
  const rows = new Map<string, [TableRow<'tables'>, ...TableRow<'tables'>[]]>();
  for (const row of sheetTable(sheets, 'tables', faults)) {
    const id = idIn(row.cells.id);
    const before = rows.get(id);
    if (before) before.push(row);
    else if (id) rows.set(id, [row]);
  }
  return new Map([...rows].map(([id, of]) => [id, { table: tableOf(of), cell: of[0].cells.id, used: false }]));
}

function readPictures(sheets: readonly Sheet[], faults: PaperImportFault[]): Parts['pictures'] {
  const pictures: Parts['pictures'] = new Map();
  const isPictureSheet = ({ name }: Sheet) => isNamed(name, PAPER_SHEETS.pictures.names);
  for (const { name, pictures: strays } of sheets.filter((sheet) => !isPictureSheet(sheet))) {
    for (const stray of strays) {
      const place = { sheet: name, row: stray.row, cell: cellName(stray) };
      faults.push(importFault('picture_elsewhere', place, { name: PAPER_SHEETS.pictures.names[0] }));
    }
  }
  const rows = sheetTable(sheets, 'pictures', faults);
  const placed = sheets
    .filter(isPictureSheet)
    .flatMap(({ name, pictures: there }) =>
      there.map((picture) => ({ ...picture, place: { sheet: name, row: picture.row, cell: cellName(picture) } })),
    );
  for (const { row, place } of placed) {
    if (!rows.some((each) => each.row === row && each.cells.id.word !== ''))
      faults.push(importFault('picture_not_in_row', place));
  }
  for (const { row, cells } of rows) {
    const id = idIn(cells.id);
    if (!id) continue;
    if (pictures.has(id)) {
      cells.id.reject('id_twice', { id });
      continue;
    }
    const [own, second] = placed.filter((each) => each.row === row);
    if (!own) cells.picture.reject('picture_missing', { id });
    if (second) cells.picture.reject('picture_twice', { id });
    const read = own ? pictureOfBytes(id, own.bytes) : null;
    if (typeof read === 'string') cells.picture.reject(read, { id });
    const picture = typeof read === 'string' ? null : read;
    pictures.set(id, { picture, alt: textIn(cells.alt, DESCRIPTION), cell: cells.id });
  }
  return pictures;
}

export function readParts(sheets: readonly Sheet[], faults: PaperImportFault[]): Parts {
  return { tables: readTables(sheets, faults), pictures: readPictures(sheets, faults) };
}

/** A cell's text with the tables and pictures it refers to; an option's picture needs no description. */
export function contentIn(cell: TableCell, { tables, pictures }: Parts, limit: number, described = true): Block[] {
  return contentParts(textIn(cell, limit)).flatMap((part): Block[] => {
    if (part.kind === 'text') return [part];
    if (part.kind === 'unfinished') {
      cell.reject('marker_unknown', { value: part.text });
      return [];
    }
    if (part.kind === 'table') {
      const found = tables.get(part.id);
      if (found) found.used = true;
      else cell.reject('table_unknown', { id: part.id });
      return found ? [found.table] : [];
    }
    const found = pictures.get(part.id);
    const alt = part.alt ?? found?.alt ?? '';
    if (!found) cell.reject('picture_unknown', { where: part.id, detail: part.id });
    else if (alt === '' && described) cell.reject('picture_text_missing', { id: part.id });
    return found ? [{ kind: 'picture', pictureId: part.id, alt }] : [];
  });
}
