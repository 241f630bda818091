import { readFile } from 'node:fs/promises';
import { Fault } from '../../shared/support/fault.ts';
import { ArchiveError, type ArchiveLimits, readArchive } from '../archives/read-archive.ts';
import { elementsIn, textOf, xmlTree } from '../xml/xml-element.ts';

const MEGABYTE = 1024 * 1024;
/** Far more than a thesis with its pictures unpacks to, and little enough to hold in memory. */
const LIMITS: ArchiveLimits = { entries: 5_000, entryBytes: 64 * MEGABYTE, totalBytes: 128 * MEGABYTE };

const TYPES = '[Content_Types].xml';
const TEXT = 'word/document.xml';
const PROPERTIES = 'docProps/app.xml';
const ZIP = Buffer.from('PK\x03\x04');
/** The compound file that Word writes for an old .doc, and around a document with a password. */
const COMPOUND_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const PASSWORD_MARK = Buffer.from('EncryptedPackage', 'utf16le');

const notThis = () => new Fault('file_format', { formats: 'docx' });

/** The count that the word processor left in the document's properties; null when it left none. */
function pagesSaid(properties: Buffer | undefined): number | null {
  if (!properties) return null;
  const [said] = elementsIn(xmlTree(properties, PROPERTIES), 'Pages');
  const pages = said ? Number(textOf(said)) : 0;
  return Number.isInteger(pages) && pages > 0 ? pages : null;
}

async function look(bytes: Buffer): Promise<{ pages: number | null }> {
  // Unpacked whole, also what is not looked at: a picture that is cut off shows here and not before a marker.
  const files = await readArchive(bytes, LIMITS);
  const types = files.get(TYPES);
  const text = files.get(TEXT);
  if (!types || !text) throw notThis();
  const project = [...files.keys()].some((name) => /vba(Project|Data)/i.test(name));
  if (project || /macroEnabled/i.test(types.toString())) throw new Fault('file_macros');
  if (!text.includes('document')) throw new Fault('file_broken');
  return { pages: pagesSaid(files.get(PROPERTIES)) };
}

/** The pages of a DOCX as it says itself. Throws `file_format`, `file_encrypted`, `file_broken` or `file_macros`. */
export async function inspectDocx(path: string): Promise<{ pages: number | null }> {
  const bytes = await readFile(path);
  const begins = (mark: Buffer) => bytes.subarray(0, mark.length).equals(mark);
  if (begins(COMPOUND_FILE) && bytes.includes(PASSWORD_MARK)) throw new Fault('file_encrypted');
  if (!begins(ZIP)) throw notThis();
  try {
    return await look(bytes);
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    const locked = cause instanceof ArchiveError && cause.fault === 'encrypted';
    throw new Fault(locked ? 'file_encrypted' : 'file_broken', {}, { cause });
  }
}
