import ExcelJS from 'exceljs';
import type { RosterFaultKind } from '../../shared/domain/roster.ts';
import { ArchiveError, readArchive } from '../archives/read-archive.ts';

/** A workbook is an archive of XML: far above what a roster of `MOST_ROWS` unpacks to, far below what hurts. */
const LIMITS = { entries: 200, entryBytes: 40_000_000, totalBytes: 60_000_000 };

export type Opened = { workbook: ExcelJS.Workbook } | { fault: RosterFaultKind; detail: string };

/** Opens an XLSX file. What it unpacks to is measured first, because the library below does not. */
export async function openWorkbook(bytes: Buffer): Promise<Opened> {
  try {
    const files = await readArchive(bytes, LIMITS);
    if (!files.has('xl/workbook.xml')) return { fault: 'file_unreadable', detail: 'xl/workbook.xml' };
    const workbook = new ExcelJS.Workbook();
    // Its types want an ArrayBuffer of an older Node; a Buffer is what it reads.
    await workbook.xlsx.load(bytes as never);
    return { workbook };
  } catch (cause) {
    const large = cause instanceof ArchiveError && ['too_large', 'too_many_entries'].includes(cause.fault);
    return { fault: large ? 'file_too_large' : 'file_unreadable', detail: '' };
  }
}
