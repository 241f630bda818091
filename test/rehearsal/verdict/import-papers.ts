import { readFile } from 'node:fs/promises';
import { projectPath } from '../../../build/project.ts';
import { writePaperWorkbook } from '../../../server/paper-files/sheets/write-paper-workbook.ts';
import { type PaperAnswer, paperFilePaths } from '../../../shared/contract/paper-import.ts';
import type { PaperFile } from '../../../shared/domain/paper.ts';
import { exactly, type Figure } from '../figures.ts';

/** Brings the sample's paper of each session in as a workbook; what the exam centre made of it. */
export async function importPapers(
  send: typeof fetch,
  origin: string,
  token: string,
  sessions: readonly string[],
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const sessionId of sessions) {
    const file = projectPath('assets/sample/papers', `${sessionId}.json`);
    const paper = JSON.parse(await readFile(file, 'utf8')) as PaperFile;
    const response = await send(`${origin}${paperFilePaths.file.replace(':sessionId', sessionId)}?take=yes`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(await writePaperWorkbook(paper, 'zh')),
    });
    const { faults, taken, paper: summary } = (await response.json()) as PaperAnswer;
    if (faults.length > 0) console.error(faults);
    figures.push(
      exactly(`${sessionId}: workbook taken`, taken ? 'yes' : 'no', 'text', 'yes'),
      exactly(`${sessionId}: paper after the import`, summary?.title ?? null, 'text', paper.paper.title),
    );
  }
  return figures;
}
