/** What stands in a cell. A number or a date is the text a person would write for it. */
export type CellContent =
  | { kind: 'text'; text: string; typed: 'text' | 'number' | 'date' }
  /** `formula` is empty where a cell shares the formula of another. */
  | { kind: 'formula'; formula: string }
  | { kind: 'error'; error: string };

export interface CellPlace {
  row: number;
  /** From 1. */
  column: number;
}

export interface CellRange {
  from: CellPlace;
  to: CellPlace;
  /** As the spreadsheet names it, e.g. `B7:C9`. */
  name: string;
}

export interface PlacedPicture extends CellPlace {
  path: string;
  bytes: Buffer;
}

export interface Sheet {
  name: string;
  /** By row, then by column; cells without content are left out. */
  rows: Map<number, Map<number, CellContent>>;
  merged: CellRange[];
  pictures: PlacedPicture[];
}

export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return column <= 26 ? letter : `${columnName(Math.floor((column - 1) / 26))}${letter}`;
}

export const cellName = ({ row, column }: CellPlace): string => `${columnName(column)}${row}`;

/** Null for what is no cell of a spreadsheet. */
export function cellPlace(name: string): CellPlace | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(name) ?? [];
  if (!letters || !digits) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits), column };
}

export function cellRange(name: string): CellRange | null {
  const [first = '', last = first] = name.split(':');
  const [from, to] = [cellPlace(first), cellPlace(last)];
  return from && to && { from, to, name };
}
