import type { Cell } from 'exceljs';
import { isDate } from '../../shared/domain/eligibility/worked-time.ts';
import type { RosterFaultKind } from '../../shared/domain/roster.ts';

/** What stands in a cell: text as a person reads it, with how it was typed, or why it cannot be used. */
export type CellValue =
  | { kind: 'text'; text: string; typed: 'text' | 'number' | 'date' }
  | { kind: 'fault'; fault: RosterFaultKind; detail: string };

/** No value of a roster is longer. */
const LONGEST = 200;

const asText = (text: string, typed: 'text' | 'number' | 'date'): CellValue => ({ kind: 'text', text, typed });

export function cellValue({ value, formula, isMerged, text }: Cell): CellValue {
  if (formula) return { kind: 'fault', fault: 'formula', detail: `=${formula}` };
  if (isMerged) return { kind: 'fault', fault: 'merged_cells', detail: '' };
  if (value === null || value === undefined) return asText('', 'text');
  if (typeof value === 'number') return asText(`${value}`, 'number');
  if (value instanceof Date) {
    // A spreadsheet's date has no zone: the library reads it as UTC.
    return Number.isNaN(value.getTime())
      ? { kind: 'fault', fault: 'date_unreadable', detail: text }
      : asText(value.toISOString().slice(0, 10), 'date');
  }
  if (typeof value === 'string' || typeof value === 'boolean' || 'richText' in value || 'hyperlink' in value) {
    const plain = (typeof value === 'object' ? text : `${value}`).normalize('NFKC').trim();
    return plain.length > LONGEST
      ? { kind: 'fault', fault: 'value_too_long', detail: plain.slice(0, 20) }
      : asText(plain, 'text');
  }
  return { kind: 'fault', fault: 'cell_unreadable', detail: 'error' in value ? value.error : '' };
}

/**
 * A date as people write it: 2016-09-01, 2016/9/1, 2016.9.1, 2016年9月1日, or only a month, which then means its first or
 * its last day. Null for what is none.
 */
export function dateFrom(text: string, ofMonth: 'first' | 'last'): string | null {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?$/.exec(text) ?? [];
  if (!year || !month) return null;
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const given = day ?? (ofMonth === 'first' ? 1 : lastDay);
  const date = `${year}-${month.padStart(2, '0')}-${`${given}`.padStart(2, '0')}`;
  return isDate(date) ? date : null;
}
