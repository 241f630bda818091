import type { RosterFault, RosterFaultKind } from '../../shared/domain/roster.ts';
import { cellName, type Sheet } from '../workbooks/cell.ts';
import { cellValue } from './cell-value.ts';
import { mergedPlaces } from './merged-places.ts';
import { type Column, type ColumnName, ROSTER_SHEETS, type SheetName } from './roster-template.ts';

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

function findSheet(sheets: readonly Sheet[], names: readonly string[]): Sheet | undefined {
  return sheets.find(({ name }) => names.some((each) => plain(each) === plain(name)));
}

const last = (places: readonly number[]): number => places.reduce((most, place) => Math.max(most, place), 1);
const upTo = (end: number): number[] => Array.from({ length: end }, (_, at) => at + 1);

/** Reads one sheet of the template by its headings; what is wrong goes to `faults`, what is whole is returned. */
export function sheetTable<Table extends SheetName>(
  sheets: readonly Sheet[],
  name: Table,
  faults: RosterFault[],
): TableRow<ColumnName<Table>>[] {
  type Name = ColumnName<Table>;
  const template = ROSTER_SHEETS[name];
  const columns = template.columns as unknown as Record<Name, Column>;
  const sheet = findSheet(sheets, template.names);
  const title = sheet?.name ?? template.names[0];
  const fault = (kind: RosterFaultKind, row: number | null, cell: string, detail: string) =>
    faults.push({ kind, sheet: title, row, cell, detail });
  if (!sheet) {
    if (template.required) fault('sheet_missing', null, '', template.names[0]);
    return [];
  }
  const { rows: lines, merged } = sheet;
  const lastRow = last([...lines.keys()]);
  const lastColumn = last([...lines.values()].flatMap((line) => [...line.keys()]));

  const places = new Map<Name, number>();
  const mergedHeadings = mergedPlaces(merged, { along: 'column', at: 1, places: upTo(lastColumn) });
  for (const at of upTo(lastColumn)) {
    const value = cellValue(lines.get(1)?.get(at), mergedHeadings.has(at));
    const address = cellName({ row: 1, column: at });
    if (value.kind === 'fault') {
      fault(value.fault, 1, address, value.detail);
      continue;
    }
    const heading = value.text;
    if (heading === '') continue;
    const found = (Object.entries(columns) as [Name, Column][]).find(([, { headings }]) =>
      headings.some((each) => plain(each) === plain(heading)),
    )?.[0];
    if (!found) fault('heading_unknown', 1, address, heading);
    else if (places.has(found)) fault('heading_twice', 1, address, heading);
    else places.set(found, at);
  }
  const missing = (Object.entries(columns) as [Name, Column][]).filter(
    ([each, { required }]) => required && !places.has(each),
  );
  for (const [, { headings }] of missing) fault('heading_missing', 1, '', headings[0]);
  if (missing.length > 0) return [];

  const rows: TableRow<Name>[] = [];
  const mergedRows = new Map(
    [...places.values()].map((at) => [at, mergedPlaces(merged, { along: 'row', at, places: upTo(lastRow) })]),
  );
  for (const row of upTo(lastRow).slice(1)) {
    const line = lines.get(row);
    const cells = {} as Record<Name, TableCell>;
    const found: [RosterFaultKind, cell: string, detail: string][] = [];
    let empty = true;
    for (const [each, { headings, required }] of Object.entries(columns) as [Name, Column][]) {
      const at = places.get(each);
      const value =
        at === undefined
          ? cellValue(undefined, false)
          : cellValue(line?.get(at), mergedRows.get(at)?.has(row) ?? false);
      const address = at === undefined ? '' : cellName({ row, column: at });
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
    if (empty) continue;
    for (const [kind, address, detail] of found) fault(kind, row, address, detail);
    if (found.length === 0) rows.push({ row, cells });
  }
  return rows;
}
