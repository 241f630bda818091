import type { RosterFault } from '../../shared/domain/roster.ts';
import { ArchiveError, readArchive } from '../archives/read-archive.ts';
import type { Sheet } from '../workbooks/cell.ts';
import { readWorkbook } from '../workbooks/read-workbook.ts';
import { ReadingError } from '../xml/reading-error.ts';

/** A workbook is an archive of XML: far above what a roster of `MOST_ROWS` unpacks to, far below what hurts. */
const LIMITS = { entries: 200, entryBytes: 40_000_000, totalBytes: 60_000_000 };
/** More applicants than any institution reports. */
const MOST_ROWS = 5_000;

export type Opened = { sheets: Sheet[] } | { fault: RosterFault };

const ofFile = (kind: RosterFault['kind'], detail = ''): RosterFault => ({
  kind,
  sheet: '',
  row: null,
  cell: '',
  detail,
});

function faultOf(cause: unknown): RosterFault {
  if (cause instanceof ArchiveError) {
    return ofFile(['too_large', 'too_many_entries'].includes(cause.fault) ? 'file_too_large' : 'file_unreadable');
  }
  if (!(cause instanceof ReadingError)) throw cause;
  const { sheet = '', row = 0, file } = cause.place;
  if (cause.fault !== 'sheet_too_large') return ofFile('file_unreadable', file);
  // Too wide, or too much merged, within the rows it may have.
  if (row <= MOST_ROWS + 1) return { ...ofFile('file_too_large'), sheet };
  return { ...ofFile('too_many_rows', `${row - 1} > ${MOST_ROWS}`), sheet };
}

/** Opens an XLSX file within limits; a sheet with a million rows is left at the first one too many. */
export async function openWorkbook(bytes: Buffer): Promise<Opened> {
  try {
    return { sheets: readWorkbook(await readArchive(bytes, LIMITS), MOST_ROWS) };
  } catch (cause) {
    return { fault: faultOf(cause) };
  }
}
