/**
 * Counts a PDF's pages in a thread of its own, so that a file made to take for ever or all the memory takes neither from
 * the exam. Plain JavaScript: a thread starts from a file as Node reads it, from source and from the bundle alike.
 */
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { getDocument, VerbosityLevel } from 'unpdf/pdfjs';

const { path, mostPages } = workerData;

async function look() {
  const data = new Uint8Array(await readFile(path));
  const options = { isEvalSupported: false, useSystemFonts: false, verbosity: VerbosityLevel.ERRORS };
  let pdf;
  try {
    pdf = await getDocument({ data, ...options }).promise;
  } catch (cause) {
    return { refused: cause?.name === 'PasswordException' ? 'file_encrypted' : 'file_broken' };
  }
  try {
    const { info } = await pdf.getMetadata();
    if (info.EncryptFilterName) return { refused: 'file_encrypted' };
    // What the file says of itself is not believed: each page is fetched, up to more than any paper allows.
    for (let page = 1; page <= Math.min(pdf.numPages, mostPages); page += 1) await pdf.getPage(page);
    return pdf.numPages > 0 ? { pages: pdf.numPages } : { refused: 'file_broken' };
  } catch {
    return { refused: 'file_broken' };
  }
}

parentPort.postMessage(await look());
