import type { ThesisSubmission } from '../../shared/contract/thesis.ts';
import type { Row } from '../sql/tables.ts';

/** Of one attempt's files, newest first, the one that is marked: the latest that may be handed out. */
export const countingThesis = (rows: readonly Row<'thesis'>[]): Row<'thesis'> | undefined =>
  rows.find(({ scan }) => scan === 'clean' || scan === 'not_scanned');

/** One attempt's files, newest first, as their candidate and the organiser see them. */
export function submissionsOf(rows: readonly Row<'thesis'>[]): ThesisSubmission[] {
  const counting = countingThesis(rows);
  return rows.map((row) => ({
    id: row.id,
    fileName: row.file_name,
    format: row.format,
    bytes: row.bytes,
    sha256: row.sha256,
    pages: row.pages,
    scan: row.scan,
    receivedAt: row.received_at,
    receiptNo: row.receipt_no,
    counts: row === counting,
  }));
}
