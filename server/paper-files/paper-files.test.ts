import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PaperFileSchema } from '../../shared/contract/paper.ts';
import { ITEM_TYPES, type PaperFile } from '../../shared/domain/paper.ts';
import { paperFaults } from '../../shared/domain/paper-faults.ts';
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

/** What spreadsheets and XML like to change: white space, escapes, markers, letters beyond the basic plane. */
const awkward: PaperFile = (() => {
  const file = structuredClone(examplePaper(target));
  const words = [
    ' 行首有空格\n\n  缩进　　全角\t制表  两个空格 ',
    '<b>&amp; "引号" \'单引号\' ]]> <!-- 注释 -->',
    '_x000D_ 与 _x005F_，=1+1，@甲，-5，\u{20000}\u{1F600}',
    '字面的[[表:T1]]、\\[[图:图1]]与[[段]]、[[其他]]',
  ];
  const [stimulus, ...stimuli] = file.paper.stimuli;
  const table = {
    kind: 'table' as const,
    caption: ' 两  格 ',
    header: false,
    rows: [
      ['', ' 甲\n乙 '],
      ['=A1', ''],
    ],
  };
  const content = words.flatMap((text, at) => [{ kind: 'text' as const, text }, ...(at === 2 ? [table, table] : [])]);
  const again = { kind: 'picture' as const, pictureId: '图1', alt: '另一种说明' };
  if (!stimulus) throw new Error('the example has stimuli');
  const paper = {
    ...file.paper,
    stimuli: [{ ...stimulus, content: [...stimulus.content, ...content, again] }, ...stimuli],
  };
  for (const section of paper.sections) {
    for (const item of section.items) {
      if (item.kind === 'single_choice') {
        item.options = [
          { id: 'x1', text: ' 甲 ', pictureId: '图1' },
          { id: 'x2', text: '', pictureId: '图1' },
        ];
        file.key[item.id] = { kind: 'choice', correct: ['x2'] };
      }
      if (item.kind === 'text') item.points = 0.5;
      if (item.kind === 'text') file.key[item.id] = { kind: 'rubric', rubric: words.join('\n'), criteria: [] };
    }
  }
  return { ...file, paper };
})();

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
