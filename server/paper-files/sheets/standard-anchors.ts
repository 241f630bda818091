import { buffer as collect } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { readArchive } from '../../archives/read-archive.ts';

/** What we wrote ourselves is no danger to us. */
const OWN = { entries: 10_000, entryBytes: 1e9, totalBytes: 1e9 };
const DRAWING = /^xl\/drawings\/[^/]+\.xml$/;
/** Of an anchor at one cell; one at two cells may have it. */
const EDIT_AS = /(<(?:\w+:)?oneCellAnchor)\s+editAs="[^"]*"/g;

/**
 * A workbook of ExcelJS whose pictures other programs read, too: it gives an anchor at one cell an attribute that the
 * standard does not have (ECMA-376, CT_OneCellAnchor), over which openpyxl drops every picture.
 */
export async function withStandardAnchors(workbook: Buffer): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, bytes] of await readArchive(workbook, OWN)) {
    zip.addBuffer(DRAWING.test(path) ? Buffer.from(bytes.toString('utf8').replace(EDIT_AS, '$1')) : bytes, path);
  }
  zip.end();
  // yazl's stream is a Readable of Node's, of which its types know less.
  return collect(zip.outputStream as never);
}
