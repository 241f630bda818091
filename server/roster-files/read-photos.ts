import { isIdentityNumber, normaliseIdentityNumber } from '../../shared/domain/identity-number.ts';
import type { RosterFault, RosterFaultKind } from '../../shared/domain/roster.ts';
import { ArchiveError, readArchive } from '../archives/read-archive.ts';
import { imageKind } from './image-kind.ts';

export interface PhotoReading {
  /** By identity number. */
  photos: Map<string, Buffer>;
  faults: RosterFault[];
}

/** A photo must fit into one message of the contract; the archive, into memory. */
const PHOTO_BYTES = 1_000_000;
const LIMITS = { entries: 5_000, entryBytes: PHOTO_BYTES, totalBytes: 400_000_000 };
/** What file managers put into archives by themselves. */
const LITTER = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/;

/** Photos of a batch: a zip of JPEG or PNG files, each named by its applicant's identity number, in any folder. */
export async function readPhotos(bytes: Buffer): Promise<PhotoReading> {
  const photos = new Map<string, Buffer>();
  const faults: RosterFault[] = [];
  const fault = (kind: RosterFaultKind, cell: string, detail = '') =>
    faults.push({ kind, sheet: '', row: null, cell, detail });
  let files: Map<string, Buffer>;
  try {
    files = await readArchive(bytes, LIMITS);
  } catch (cause) {
    if (!(cause instanceof ArchiveError)) throw cause;
    if (cause.fault === 'too_large' && cause.entry)
      fault('photo_too_large', cause.entry, `${PHOTO_BYTES / 1_000_000} MB`);
    else fault(cause.fault === 'too_many_entries' ? 'file_too_large' : 'file_unreadable', cause.entry, cause.fault);
    return { photos, faults };
  }
  for (const [path, content] of files) {
    if (LITTER.test(path)) continue;
    const [, stem, extension] = /([^/]*?)(?:\.([^./]*))?$/.exec(path) ?? [];
    const identityNo = normaliseIdentityNumber(stem ?? '');
    if (!isIdentityNumber(identityNo)) fault('photo_name', path);
    else if (!['jpg', 'jpeg', 'png'].includes((extension ?? '').toLowerCase()) || !imageKind(content))
      fault('photo_kind', path);
    else if (photos.has(identityNo)) fault('photo_twice', path, identityNo);
    else photos.set(identityNo, content);
  }
  return { photos, faults };
}
