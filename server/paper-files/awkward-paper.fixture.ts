import type { PaperFile } from '../../shared/domain/paper.ts';
import { target } from './broken-file.fixture.ts';
import { examplePaper } from './example-paper.ts';

/** What spreadsheets and XML like to change: white space, escapes, markers, letters beyond the basic plane. */
export function awkwardPaper(): PaperFile {
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
}
