import type { Block } from '../../shared/domain/content.ts';
import type { AnswerKey, Component, Item, ItemType, Option, PaperFile, Section } from '../../shared/domain/paper.ts';
import type { PaperTarget } from './paper-reading.ts';

/** A chart of three bars, 240 by 120 pixels. */
const CHART = [
  'iVBORw0KGgoAAAANSUhEUgAAAPAAAAB4BAMAAAA+mGIUAAAAD1BMVEX///88WqDIeChallpQUFAZJvZ9AAAAZElEQVR42u3NUQmA',
  'MBQAwKcrMBvIEgws4If9Mxng+TVQHNwVuAiAiZ1isVgsFosH4rUlu1gsFovF4qe4HEkXi8VisXjaeNmSKhaLxWKxWCwWi8VisVgs',
  'FovFYrH4jfj6SgDAP92pajLCRkzwsAAAAABJRU5ErkJggg==',
].join('');

const text = (words: string): Block[] => [{ kind: 'text', text: words }];
const options = (...texts: string[]): Option[] => texts.map((words, at) => ({ id: 'ABCD'[at] as string, text: words }));
const right = (...correct: string[]): AnswerKey[string] => ({ kind: 'choice', correct });
const rubric = (id: string, words: string, ...criteria: [text: string, points: number][]): AnswerKey[string] => ({
  kind: 'rubric',
  rubric: words,
  criteria: criteria.map(([criterion, points], at) => ({ id: `${id}-${at + 1}`, text: criterion, points })),
});

type Example = [title: string, itemType: ItemType, ...items: [Item, AnswerKey[string]][]];

const EXAMPLES: Example[] = [
  [
    '单项选择题示例',
    'single_choice',
    [
      {
        ...{ id: '单选1', kind: 'single_choice', points: 1, fixedOrder: false },
        stem: text('劳动者每日工作时间一般不超过（　　）小时。'),
        options: options('6', '8', '10', '12'),
      },
      right('B'),
    ],
  ],
  [
    '多项选择题示例',
    'multiple_choice',
    [
      {
        ...{ id: '多选1', kind: 'multiple_choice', points: 2, fixedOrder: false },
        stem: text('下列各项中，属于劳动合同必备条款的有（　　）。'),
        options: options('劳动合同期限', '工作内容', '劳动报酬', '试用期'),
      },
      right('A', 'B', 'C'),
    ],
  ],
  [
    '判断题示例',
    'true_false',
    [{ id: '判断1', kind: 'true_false', points: 1, stem: text('建立劳动关系应当订立书面劳动合同。') }, right('true')],
  ],
  [
    '案例选择题示例',
    'case_choice',
    [
      {
        ...{ id: '案选1', kind: 'single_choice', points: 6, fixedOrder: false, stimulusId: '案例1' },
        stem: text('图中人数最多的是（　　）。'),
        options: options('甲部门', '乙部门', '丙部门', '三个部门一样多'),
      },
      right('B'),
    ],
  ],
  [
    '简答题示例',
    'short_answer',
    [
      { id: '简答1', kind: 'text', points: 10, maxLength: 2_000, stem: text('简述集体协商的基本程序。') },
      rubric('简答1', '按程序的完整性给分。', ['提出要约并回应', 4], ['协商与形成草案', 4], ['审议、签字、报送', 2]),
    ],
  ],
  [
    '计算题示例',
    'calculation',
    [
      {
        ...{ id: '计算1', kind: 'calculation', points: 10, unit: '元', stimulusId: '数据1' },
        stem: text('请根据材料计算该员工当月的加班工资。'),
      },
      rubric('计算1', '过程和结果分别给分。', ['算出小时工资30元', 4], ['算出加班工资30×8×2＝480元', 6]),
    ],
  ],
  [
    '综合题示例',
    'comprehensive',
    [
      {
        ...{ id: '综合1', kind: 'text', points: 10, maxLength: 3_000, stimulusId: '数据1' },
        stem: text('请分析材料中加班安排是否合法。'),
      },
      rubric('综合1', '结论和理由分别给分。', ['结论', 4], ['法律依据', 6]),
    ],
  ],
  [
    '案例分析题示例',
    'case_analysis',
    [
      {
        ...{ id: '案析1', kind: 'text', points: 20, maxLength: 5_000, stimulusId: '案例1' },
        stem: text('请提出人员配置的改进建议。'),
      },
      rubric('案析1', '观点明确，联系材料。', ['指出问题', 10], ['提出建议', 10]),
    ],
  ],
  [
    '文件筐示例',
    'in_basket',
    [
      {
        ...{ id: '文筐1', kind: 'handling', points: 20, maxLength: 800, stimulusId: '办公桌1', documentId: '文件1' },
        stem: text('请处理这份文件。'),
        decisions: options('立即亲自处理', '授权他人处理', '推迟处理', '不予处理'),
      },
      rubric('文筐1', '决定、措施、理由分别给分。', ['决定恰当', 6], ['措施可行', 8], ['理由充分', 6]),
    ],
  ],
  [
    '论文示例',
    'thesis',
    [
      {
        ...{ id: '论文1', kind: 'thesis', points: 100, stem: text('请结合工作实践撰写一篇论文。') },
        limits: { formats: ['pdf', 'docx'], maxBytes: 20_971_520, minPages: 5, maxPages: 30 },
      },
      rubric('论文1', '按选题、论证、应用、规范评分。', ['选题', 20], ['论证', 40], ['应用', 30], ['规范', 10]),
    ],
  ],
];

/** A short paper with an example of every item type, a table, a picture and a desk: what the blank template shows. */
export function examplePaper({ sessionId, components }: Pick<PaperTarget, 'sessionId' | 'components'>): PaperFile {
  const component = components.at(-1) as Component;
  const sections: Section[] = EXAMPLES.map(([title, itemType, ...items], at) => ({
    ...{ id: `大题${at + 1}`, title, itemType, component },
    instructions: `共${items.length}题。`,
    items: items.map(([item]) => item),
  }));
  return {
    paper: {
      ...{ id: `${sessionId}-paper`, sessionId, title: '试卷名称（示例，请修改）' },
      ...{ multipleChoiceRule: 'exact', shuffle: { items: true, options: true }, sections },
      stimuli: [
        {
          ...{ id: '案例1', title: '案例一', documents: [] },
          content: [
            ...text('某企业三个部门的人数如图。'),
            { kind: 'picture', pictureId: '图1', alt: '柱形图：甲部门50人，乙部门80人，丙部门65人' },
          ],
        },
        {
          ...{ id: '数据1', title: '材料', documents: [] },
          content: [
            ...text('某员工的小时工资为30元，当月加班情况如下表。'),
            {
              kind: 'table',
              caption: '加班情况',
              header: true,
              rows: [
                ['日期', '小时'],
                ['休息日', '8'],
              ],
            },
          ],
        },
        {
          ...{ id: '办公桌1', title: '文件筐', content: text('您是人力资源部经理，今天是9月21日，请处理下列文件。') },
          documents: [
            {
              ...{ id: '文件1', kind: 'mail', title: '关于招聘进度', date: '9月21日 08:40' },
              ...{ from: '生产部经理', to: '人力资源部经理', content: text('本月还缺12名操作工，请尽快安排。') },
            },
          ],
        },
      ],
      pictures: [{ id: '图1', mime: 'image/png', width: 240, height: 120, base64: CHART }],
    },
    key: Object.fromEntries(EXAMPLES.flatMap(([, , ...items]) => items.map(([{ id }, key]) => [id, key]))),
    marking: { differenceLimit: 0.2 },
  };
}
