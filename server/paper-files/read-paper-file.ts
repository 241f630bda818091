import { PaperFileSchema } from '../../shared/contract/paper.ts';
import type { PaperImportFault } from '../../shared/contract/paper-import.ts';
import type { PaperFile } from '../../shared/domain/paper.ts';
import { ArchiveError, type ArchiveLimits, readArchive } from '../archives/read-archive.ts';
import { readWorkbook, WORKBOOK_PART } from '../workbooks/read-workbook.ts';
import { ReadingError } from '../xml/reading-error.ts';
import { looksLike } from './looks-like.ts';
import { importFault, type PaperReading, PaperReadingError, type PaperTarget, stopReading } from './paper-reading.ts';
import { manifestOf, readQtiPackage } from './qti/read-qti-package.ts';
import { readPaperSheets } from './sheets/read-paper-sheets.ts';

/** Far above what a paper with many pictures unpacks to, far below what hurts. */
const LIMITS: ArchiveLimits = { entries: 2_000, entryBytes: 20_000_000, totalBytes: 100_000_000 };
/** Rows of a sheet that hold something; more than any paper has, however its table is cut. */
export const MOST_ROWS = 3_000;

async function unpacked(bytes: Buffer): Promise<Map<string, Buffer>> {
  const found = looksLike(bytes);
  if (found !== 'zip') return stopReading('file_kind', {}, { found });
  try {
    return await readArchive(bytes, LIMITS);
  } catch (cause) {
    if (!(cause instanceof ArchiveError)) throw cause;
    return stopReading(`archive_${cause.fault}`, cause.entry ? { file: cause.entry } : {});
  }
}

/** What only the shape of the whole can say, with its path in place of a better one. */
function shapeFaults(file: PaperFile): PaperImportFault[] {
  const parsed = PaperFileSchema.safeParse(file);
  if (parsed.success) return [];
  return parsed.error.issues.map(({ path, message }) => importFault('shape', { item: path.join('.') }, { message }));
}

/**
 * Reads a paper from an XLSX workbook of our template or from a QTI 3.0 package. Whatever the bytes are, the answer is
 * a whole paper without faults or a list of faults; nothing outside is touched.
 */
export async function readPaperFile(bytes: Buffer, target: PaperTarget): Promise<PaperReading> {
  const faults: PaperImportFault[] = [];
  let file: PaperFile | null = null;
  try {
    const files = await unpacked(bytes);
    const manifest = manifestOf(files);
    if (files.has(WORKBOOK_PART)) file = readPaperSheets(readWorkbook(files, MOST_ROWS), target, faults);
    else if (manifest !== null) file = readQtiPackage({ files, manifest, target, faults });
    else faults.push(importFault('file_kind', {}, { found: 'zip' }));
  } catch (cause) {
    if (cause instanceof ReadingError) faults.push(importFault(cause.fault, cause.place, cause.params));
    else if (cause instanceof PaperReadingError) faults.push(cause.fault);
    else throw cause;
  }
  if (file && faults.length === 0) faults.push(...shapeFaults(file));
  return file && faults.length === 0 ? { file, faults: [] } : { file: null, faults };
}
