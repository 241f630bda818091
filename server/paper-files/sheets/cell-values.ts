import type { Choice } from './choices.ts';
import { valueNamed, wordOf } from './choices.ts';
import type { TableCell } from './sheet-table.ts';

const LONGEST_ID = 64;

/** The value a word stands for; `otherwise` for an empty cell, and for a wrong one, which then has a fault. */
export function chosen<Value>(cell: TableCell, choice: Choice<Value>, otherwise: Value): Value {
  if (!cell.sound || cell.word === '') return otherwise;
  const value = valueNamed(choice, cell.word);
  if (value !== undefined) return value;
  const allowed = choice.map(([each]) => wordOf(choice, each)).join('、');
  cell.reject('value_unknown', { value: cell.word, allowed });
  return otherwise;
}

interface Range {
  from: number;
  to: number;
  whole?: true;
}

/** A number as people write it: `2`, `2.5`, `２`, `20%`. */
export function numberIn(cell: TableCell, { from, to, whole }: Range, otherwise: number): number {
  if (!cell.sound || cell.word === '') return otherwise;
  const [, digits, percent] = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)\s*(%?)$/i.exec(cell.word) ?? [];
  if (digits === undefined) {
    cell.reject('value_not_number', { value: cell.word });
    return otherwise;
  }
  const number = percent ? Number(digits) / 100 : Number(digits);
  if (number >= from && number <= to && (!whole || Number.isInteger(number))) return number;
  cell.reject('value_out_of_range', { value: cell.word, from, to });
  return otherwise;
}

/** An id, or a reference to one; empty where there is none. */
export function idIn(cell: TableCell): string {
  const id = cell.text.trim();
  if (!cell.sound || id.length <= LONGEST_ID) return cell.sound ? id : '';
  cell.reject('value_too_long', { limit: LONGEST_ID });
  return '';
}

export function textIn(cell: TableCell, limit: number): string {
  if (cell.sound && cell.text.length > limit) cell.reject('value_too_long', { limit });
  return cell.sound ? cell.text : '';
}

/** `A、C`, `A,C`, `A C`: the parts. */
export const listIn = (cell: TableCell): string[] => cell.word.split(/[、,;，；\s]+/).filter((part) => part !== '');
