import { type Block, textContent } from '../../shared/domain/content.ts';
import type { Item, Paper, Section } from '../../shared/domain/paper.ts';
import { drawnPicture } from '../bench/paper/drawn-picture.ts';

/** A short paper with every form of item and of content that the exam window shows. */

const base = (id: string, text: string) => ({ id, points: 2, stem: textContent(text) });
const options = (...texts: string[]) => texts.map((text, index) => ({ id: 'abcd'[index] ?? 'x', text }));

const table: Block = {
  kind: 'table',
  caption: '2020年各季度用工人数',
  header: true,
  rows: [
    ['季度', '劳动合同制', '劳务派遣', '非全日制', '退休返聘', '实习', '合计'],
    ['一', '312', '40', '12', '6', '20', '390'],
    ['二', '320', '38', '15', '6', '24', '403'],
    ['三', '331', '35', '15', '7', '18', '406'],
  ],
};
const picture: Block = { kind: 'picture', pictureId: 'chart', alt: '柱状图：四个季度的加班工时，第三季度最高' };

const decisions = options('立即处理', '授权他人办理', '推迟处理', '不予处理');
const document = (id: string, kind: 'mail' | 'memo' | 'table' | 'calendar', title: string, content: Block[]) => ({
  ...{ id, kind, title, content },
  date: '9月21日 08:40',
  from: kind === 'mail' ? '生产部 王强' : '',
  to: kind === 'mail' ? '人力资源部 李经理' : '',
});
const handling = (id: string, documentId: string, title: string): Item => ({
  ...base(id, `请处理：${title}`),
  ...{ kind: 'handling', stimulusId: 'desk', documentId, decisions, maxLength: 2_000 },
});

const section = (id: string, title: string, itemType: Section['itemType'], items: Item[]): Section => ({
  ...{ id, title, itemType, items, instructions: '按要求作答。', component: 'skills' },
});

const WEEK = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

export const itemTypesPaper: Paper = {
  id: 'every-type',
  sessionId: 'every-type',
  title: '各种题型',
  multipleChoiceRule: 'half',
  shuffle: { items: false, options: false },
  sections: [
    section('s1', '单项选择题', 'single_choice', [
      {
        ...base('single', '下图中，加班工时最高的是哪个季度？'),
        ...{ stem: [...textContent('下图中，加班工时最高的是哪个季度？'), picture], kind: 'single_choice' },
        ...{ options: options('第一季度', '第二季度', '第三季度', '第四季度'), fixedOrder: true },
      },
      {
        ...base('drawn', '哪一幅图表示人数逐季增加？'),
        ...{ kind: 'single_choice', fixedOrder: true },
        options: [
          { id: 'a', text: '甲图', pictureId: 'chart' },
          { id: 'b', text: '', pictureId: 'rising' },
        ],
      },
    ]),
    section('s2', '多项选择题', 'multiple_choice', [
      {
        ...base('multiple', '劳动合同应当具备的条款有哪些？'),
        ...{
          kind: 'multiple_choice',
          options: options('合同期限', '工作内容', '试用期', '劳动报酬'),
          fixedOrder: true,
        },
      },
    ]),
    section('s3', '判断题', 'true_false', [{ ...base('judge', '试用期包含在劳动合同期限内。'), kind: 'true_false' }]),
    section('s4', '简答题', 'short_answer', [
      { ...base('short', '简述集体协商的程序。'), kind: 'text', maxLength: 10_000 },
    ]),
    section('s5', '计算题', 'calculation', [
      { ...base('calculation', '计算当月加班工资。'), kind: 'calculation', unit: '元' },
    ]),
    section('s6', '案例分析题', 'case_analysis', [
      { ...base('case', '指出用工结构的变化。'), kind: 'text', maxLength: 5_000, stimulusId: 'case-stimulus' },
    ]),
    section('s7', '文件筐测验', 'in_basket', [
      handling('handle-1', 'letter', '关于王强离职的邮件'),
      handling('handle-2', 'memo', '关于体检安排的便函'),
    ]),
  ],
  stimuli: [
    {
      id: 'case-stimulus',
      title: '某制造公司的用工',
      content: [...textContent('公司本年用工情况如下。\n'.repeat(12)), table, picture],
      documents: [],
    },
    {
      id: 'desk',
      title: '你的角色',
      content: textContent('你是某制造公司人力资源部的李经理。今天是9月21日，你刚出差回来，桌上有以下文件。'),
      documents: [
        document('letter', 'mail', '关于王强离职的邮件', textContent('李经理：\n王强提出本月底离职。'.repeat(20))),
        document('memo', 'memo', '关于体检安排的便函', textContent('职工体检安排在下周，请确认名单。')),
        document('headcount', 'table', '用工人数统计', [table]),
        document('week', 'calendar', '本周日程', [
          { kind: 'table', caption: '9月第4周', header: true, rows: [WEEK, WEEK.map((day) => `${day} 09:00 例会`)] },
        ]),
      ],
    },
  ],
  pictures: [drawnPicture('chart', [0.4, 0.5, 0.9, 0.3]), drawnPicture('rising', [0.2, 0.4, 0.6, 0.9], 400, 240)],
};
