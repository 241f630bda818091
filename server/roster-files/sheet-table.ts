import type { Workbook, Worksheet } from 'exceljs';
import type { RosterFault, RosterFaultKind } from '../../shared/domain/roster.ts';
import { cellValue } from './cell-value.ts';
import { type Column, type ColumnName, ROSTER_SHEETS, type SheetName } from './roster-template.ts';

/** More applicants than any institution reports; keeps a sheet with a million empty rows from being walked. */
export const MOST_ROWS = 5_000;

export interface TableCell {
  text: string;
  typed: 'text' | 'number' | 'date';
  /** Records what is wrong with this cell. */
  reject(kind: RosterFaultKind, detail?: string): void;
}
/** A row whose required cells are filled and whose every cell could be read. */
export interface TableRow<Name extends string> {
  row: number;
  cells: Record<Name, TableCell>;
}

/** What a heading is compared by: `姓 名*` is 姓名. */
const plain = (heading: string): string => heading.normalize('NFKC').replace(/[\s*]/g, '').toLowerCase();

function findSheet(workbook: Workbook, names: readonly string[]): Worksheet | undefined {
  return workbook.worksheets.find(({ name }) => names.some((each) => plain(each) === plain(name)));
}

/** Reads one sheet of the template by its headings; what is wrong goes to `faults`, what is whole is returned. */
export function sheetTable<Sheet extends SheetName>(
  workbook: Workbook,
  name: Sheet,
  faults: RosterFault[],
): TableRow<ColumnName<Sheet>>[] {
  type Name = ColumnName<Sheet>;
  const template = ROSTER_SHEETS[name];
  const columns = template.columns as unknown as Record<Name, Column>;
  const sheet = findSheet(workbook, template.names);
  const title = sheet?.name ?? template.names[0];
  const fault = (kind: RosterFaultKind, row: number | null, cell: string, detail: string) =>
    faults.push({ kind, sheet: title, row, cell, detail });
  if (!sheet) {
    if (template.required) fault('sheet_missing', null, '', template.names[0]);
    return [];
  }
  if (sheet.rowCount > MOST_ROWS + 1) {
    fault('too_many_rows', null, '', `${sheet.rowCount - 1} > ${MOST_ROWS}`);
    return [];
  }

  const places = new Map<Name, number>();
  sheet.getRow(1).eachCell((cell, at) => {
    const value = cellValue(cell);
    if (value.kind === 'fault') {
      fault(value.fault, 1, cell.address, value.detail);
      return;
    }
    const heading = value.text;
    if (heading === '') return;
    const found = (Object.entries(columns) as [Name, Column][]).find(([, { headings }]) =>
      headings.some((each) => plain(each) === plain(heading)),
    )?.[0];
    if (!found) fault('heading_unknown', 1, cell.address, heading);
    else if (places.has(found)) fault('heading_twice', 1, cell.address, heading);
    else places.set(found, at);
  });
  const missing = (Object.entries(columns) as [Name, Column][]).filter(
    ([each, { required }]) => required && !places.has(each),
  );
  for (const [, { headings }] of missing) fault('heading_missing', 1, '', headings[0]);
  if (missing.length > 0) return [];

  const rows: TableRow<Name>[] = [];
  sheet.eachRow((line, row) => {
    if (row === 1) return;
    const cells = {} as Record<Name, TableCell>;
    const found: [RosterFaultKind, cell: string, detail: string][] = [];
    let empty = true;
    for (const [each, { headings, required }] of Object.entries(columns) as [Name, Column][]) {
      const at = places.get(each);
      const cell = at === undefined ? null : line.getCell(at);
      const value = cell ? cellValue(cell) : ({ kind: 'text', text: '', typed: 'text' } as const);
      const address = cell?.address ?? '';
      if (value.kind === 'fault') {
        empty = false;
        found.push([value.fault, address, value.detail]);
        continue;
      }
      if (value.text !== '') empty = false;
      else if (required) found.push(['value_missing', address, headings[0]]);
      const reject = (kind: RosterFaultKind, detail = value.text) => {
        fault(kind, row, address, detail);
      };
      cells[each] = { ...value, reject };
    }
    if (empty) return;
    for (const [kind, address, detail] of found) fault(kind, row, address, detail);
    if (found.length === 0) rows.push({ row, cells });
  });
  return rows;
}
