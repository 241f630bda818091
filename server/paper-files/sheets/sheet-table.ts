import type { PaperImportFault, PaperImportFaultKind } from '../../../shared/contract/paper-import.ts';
import { type CellContent, cellName, type Sheet } from '../../workbooks/cell.ts';
import { importFault } from '../paper-reading.ts';
import { type Column, type ColumnName, PAPER_SHEETS, REMARK_HEADINGS, type SheetName } from './paper-sheets.ts';

export type Reject = (kind: PaperImportFaultKind, params?: PaperImportFault['params']) => void;

export interface TableCell {
  /** As it stands there. */
  text: string;
  /** Without the space around it: for everything but what candidates read. */
  word: string;
  /** False once something is wrong with it, so that no second fault follows from the first. */
  sound: boolean;
  reject: Reject;
}
export interface TableRow<Name extends SheetName> {
  row: number;
  cells: Record<ColumnName<Name>, TableCell>;
}

const plain = (heading: string): string => heading.normalize('NFKC').replace(/[\s*]/g, '').toLowerCase();

export const isNamed = (name: string, names: readonly string[]): boolean =>
  names.some((each) => plain(each) === plain(name));

/** Finds the sheet's columns by their headings. */
function headingPlaces(sheet: Sheet, columns: Record<string, Column>, faults: PaperImportFault[]) {
  const places = new Map<string, number>();
  for (const [column, content] of sheet.rows.get(1) ?? []) {
    const place = { sheet: sheet.name, row: 1, cell: cellName({ row: 1, column }) };
    const heading = content.kind === 'text' ? content.text.trim() : '';
    if (content.kind === 'formula') faults.push(importFault('formula', place, { formula: `=${content.formula}` }));
    if (content.kind === 'error') faults.push(importFault('cell_error', place, { value: content.error }));
    if (heading === '' || isNamed(heading, REMARK_HEADINGS)) continue;
    const found = Object.entries(columns).find(([, { headings }]) => isNamed(heading, headings))?.[0];
    if (!found) faults.push(importFault('heading_unknown', place, { value: heading }));
    else if (places.has(found)) faults.push(importFault('heading_twice', place, { value: heading }));
    else places.set(found, column);
  }
  return places;
}

/**
 * Reads one sheet of the template by its headings. Every row that holds something comes back, with what is wrong with
 * its cells in `faults`; without all its required columns the sheet has no rows.
 */
export function sheetTable<Name extends SheetName>(
  sheets: readonly Sheet[],
  name: Name,
  faults: PaperImportFault[],
): TableRow<Name>[] {
  const { names, required, columns: given } = PAPER_SHEETS[name];
  const columns: Record<string, Column> = given;
  const sheet = sheets.find((each) => isNamed(each.name, names));
  if (!sheet) {
    if (required) faults.push(importFault('sheet_missing', { sheet: names[0] }, { name: names[0] }));
    return [];
  }
  for (const { name: cell, from } of sheet.merged) {
    faults.push(importFault('merged_cells', { sheet: sheet.name, row: from.row, cell }));
  }
  const places = headingPlaces(sheet, columns, faults);
  const missing = Object.entries(columns).filter(([each, { required: must }]) => must && !places.has(each));
  for (const [, { headings }] of missing) {
    faults.push(importFault('heading_missing', { sheet: sheet.name, row: 1 }, { name: headings[0] }));
  }
  if (missing.length > 0) return [];

  const readCell = (row: number, content: CellContent | undefined, at: number | undefined, column: Column) => {
    const place = { sheet: sheet.name, row, ...(at === undefined ? {} : { cell: cellName({ row, column: at }) }) };
    const text = content?.kind === 'text' ? content.text : '';
    const cell: TableCell = {
      text,
      word: text.normalize('NFKC').trim(),
      sound: true,
      reject(kind, params = {}) {
        cell.sound = false;
        faults.push(importFault(kind, place, params));
      },
    };
    const { headings, required: must } = column;
    if (content?.kind === 'formula') cell.reject('formula', { formula: `=${content.formula}` });
    else if (content?.kind === 'error') cell.reject('cell_error', { value: content.error });
    else if (must && cell.word === '') cell.reject('value_missing', { name: headings[0] });
    return cell;
  };
  const known = new Set(places.values());
  return [...sheet.rows.keys()]
    .sort((a, b) => a - b)
    .flatMap((row) => {
      const line = sheet.rows.get(row);
      if (row === 1 || !line || ![...line.keys()].some((column) => known.has(column))) return [];
      const cells = Object.entries(columns).map(([each, column]) => {
        const at = places.get(each);
        return [each, readCell(row, at === undefined ? undefined : line.get(at), at, column)] as const;
      });
      return [{ row, cells: Object.fromEntries(cells) as TableRow<Name>['cells'] }];
    });
}
