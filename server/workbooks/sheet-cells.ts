import { readXml } from '../xml/read-xml.ts';
import { stopReading } from '../xml/reading-error.ts';
import { type CellContent, type CellRange, cellPlace, cellRange, type Sheet } from './cell.ts';
import { numberText } from './number-text.ts';
import { cellText, textCollector } from './shared-strings.ts';

/** Cells with or without content, and merged ranges: a sheet whose every row was coloured by hand stays readable, a huge one does not. */
const MOST_CELLS = 150_000;

export interface SheetContext {
  strings: readonly string[];
  /** For each style of cell, whether it is a date. */
  dates: readonly boolean[];
  since1904: boolean;
  /** Rows below the headings that may hold something. */
  mostRows: number;
}

/** A cell while it is read. */
interface OpenCell {
  row: number;
  column: number;
  type: string;
  style: number;
  formula: string | null;
  value: string;
}

const asText = (text: string): CellContent => ({ kind: 'text', text, typed: 'text' });

function contentOf({ type, style, formula, value }: OpenCell, inline: string, context: SheetContext): CellContent {
  if (formula !== null) return { kind: 'formula', formula };
  if (type === 'e') return { kind: 'error', error: value };
  if (type === 's') return asText(context.strings[Number(value)] ?? '');
  if (type === 'inlineStr') return asText(inline);
  if (type === 'str' || type === 'd') return asText(cellText(value));
  if (type === 'b') return asText(value === '1' ? 'TRUE' : 'FALSE');
  const asDate = context.dates[style] ?? false;
  return { kind: 'text', text: numberText(value, asDate, context.since1904), typed: asDate ? 'date' : 'number' };
}

/** The cells of one sheet. Merged cells stay a range, however large; a sheet that is too large is left at once. */
export function sheetCells(bytes: Buffer, file: string, name: string, context: SheetContext): Omit<Sheet, 'pictures'> {
  const rows: Sheet['rows'] = new Map();
  const merged: CellRange[] = [];
  const inline = textCollector();
  let row = 0;
  let column = 0;
  let cells = 0;
  let cell: OpenCell | null = null;
  let within = '';
  const tooLarge = () => stopReading('sheet_too_large', { sheet: name, row }, { limit: context.mostRows });

  const count = () => {
    cells += 1;
    if (cells > MOST_CELLS) tooLarge();
  };
  const take = (done: OpenCell) => {
    const content = contentOf(done, inline.take(), context);
    if (content.kind === 'text' && content.text === '') return;
    const line = rows.get(done.row) ?? new Map<number, CellContent>();
    line.set(done.column, content);
    rows.set(done.row, line);
    if (done.row > context.mostRows + 1) tooLarge();
  };
  readXml(bytes, file, {
    open({ name: tag, attributes }) {
      within = tag;
      inline.open(tag);
      if (tag === 'row') {
        row = Number(attributes.r ?? row + 1);
        column = 0;
      } else if (tag === 'c') {
        const place = cellPlace(attributes.r ?? '') ?? { row, column: column + 1 };
        ({ row, column } = place);
        count();
        const { t: type = 'n', s: style = '0' } = attributes;
        cell = { ...place, type, style: Number(style), formula: null, value: '' };
      } else if (tag === 'f' && cell) cell.formula = '';
      else if (tag === 'mergeCell') {
        const range = cellRange(attributes.ref ?? '');
        if (range) merged.push(range);
        count();
      }
    },
    text(part) {
      inline.text(part);
      if (!cell) return;
      if (within === 'v') cell.value += part;
      if (within === 'f') cell.formula += part;
    },
    close(tag) {
      within = '';
      inline.close(tag);
      if (tag === 'c' && cell) {
        take(cell);
        cell = null;
      }
    },
  });
  return { name, rows, merged };
}
