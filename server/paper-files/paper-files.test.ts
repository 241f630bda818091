import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PaperFileSchema } from '../../shared/contract/paper.ts';
import { ITEM_TYPES, type PaperFile } from '../../shared/domain/paper.ts';
import { paperFaults } from '../../shared/domain/paper-faults.ts';
import { awkwardPaper } from './awkward-paper.fixture.ts';
import { target } from './broken-file.fixture.ts';
import { examplePaper } from './example-paper.ts';
import { writeQtiPackage } from './qti/write-qti-package.ts';
import { readPaperFile } from './read-paper-file.ts';
import { writePaperWorkbook } from './sheets/write-paper-workbook.ts';

const PAPERS = new URL('../../assets/sample/papers/', import.meta.url);
const samples = readdirSync(PAPERS).map((name): [string, PaperFile] => [
  name,
  PaperFileSchema.parse(JSON.parse(readFileSync(new URL(name, PAPERS), 'utf8'))),
]);

const FORMATS: [string, (file: PaperFile) => Promise<Buffer>][] = [
  ['a Chinese workbook', (file) => writePaperWorkbook(file, 'zh')],
  ['an English workbook', (file) => writePaperWorkbook(file, 'en')],
  ['a QTI package', writeQtiPackage],
];
const again = async (write: (file: PaperFile) => Promise<Buffer>, file: PaperFile) =>
  readPaperFile(await write(file), { ...target, sessionId: file.paper.sessionId });

const awkward = awkwardPaper();

describe.each(FORMATS)('a paper exported as %s', (_name, write) => {
  it.each(samples)('and imported again is the paper it was: %s', async (_file, sample) => {
    expect(await again(write, sample)).toEqual({ file: sample, faults: [] });
  });

  it('keeps every item type: the example has them all, and is the blank template', async () => {
    const example = examplePaper(target);
    expect(paperFaults(example)).toEqual([]);
    expect(example.paper.sections.map(({ itemType }) => itemType).sort()).toEqual([...ITEM_TYPES].sort());
    expect(await again(write, example)).toEqual({ file: example, faults: [] });
  });

  it('keeps white space, escapes, what looks like a marker, tables and pictures wherever they stand', async () => {
    expect(paperFaults(awkward)).toEqual([]);
    expect(await again(write, awkward)).toEqual({ file: awkward, faults: [] });
  });
});
