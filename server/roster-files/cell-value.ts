import { isDate } from '../../shared/domain/eligibility/worked-time.ts';
import type { RosterFaultKind } from '../../shared/domain/roster.ts';
import type { CellContent } from '../workbooks/cell.ts';

/** What stands in a cell: text as a person reads it, with how it was typed, or why it cannot be used. */
export type CellValue =
  | { kind: 'text'; text: string; typed: 'text' | 'number' | 'date' }
  | { kind: 'fault'; fault: RosterFaultKind; detail: string };

/** No value of a roster is longer. */
const LONGEST = 200;

export function cellValue(content: CellContent | undefined, isMerged: boolean): CellValue {
  const fault = (kind: RosterFaultKind, detail: string): CellValue => ({ kind: 'fault', fault: kind, detail });
  if (content?.kind === 'formula') return fault('formula', `=${content.formula}`);
  if (isMerged) return fault('merged_cells', '');
  if (!content) return { kind: 'text', text: '', typed: 'text' };
  if (content.kind === 'error') return fault('cell_unreadable', content.error);
  const { text: written, typed } = content;
  if (typed === 'date') {
    // Without the time of day that may stand behind it; a time alone, or a number no calendar has, is no date.
    const [day] = /^\d{4}-\d{2}-\d{2}/.exec(written) ?? [];
    return day === undefined ? fault('date_unreadable', written) : { kind: 'text', text: day, typed };
  }
  const text = written.normalize('NFKC').trim();
  return text.length > LONGEST ? fault('value_too_long', text.slice(0, 20)) : { kind: 'text', text, typed };
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
