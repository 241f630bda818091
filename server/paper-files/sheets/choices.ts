import type { DeskDocument } from '../../../shared/domain/content.ts';
import type {
  Component,
  Item,
  ItemType,
  MultipleChoiceRule,
  TRUE_FALSE_OPTIONS,
} from '../../../shared/domain/paper.ts';

/** The words a cell may hold and what each stands for; the first one is what we write. */
export type Choice<Value> = readonly (readonly [Value, ...string[]])[];

export const RULE_CHOICE: Choice<MultipleChoiceRule> = [
  ['exact', '全部选对得分', '全对得分', 'exact'],
  ['half', '少选得一半', 'half'],
  ['share', '少选按比例得分', '按比例得分', 'share'],
];
export const COMPONENT_CHOICE: Choice<Component> = [
  ['ethics', '职业道德', 'ethics'],
  ['theory', '理论知识', 'theory'],
  ['skills', '专业能力', '操作技能', '技能操作', 'skills'],
  ['review', '综合评审', 'review'],
];
export const TYPE_CHOICE: Choice<ItemType> = [
  ['single_choice', '单项选择题', '单选题', '单选', 'single choice'],
  ['multiple_choice', '多项选择题', '多选题', '多选', 'multiple choice'],
  ['true_false', '判断题', '判断', 'true or false'],
  ['case_choice', '案例选择题', 'case choice'],
  ['short_answer', '简答题', '简答', 'short answer'],
  ['calculation', '计算题', '计算', 'calculation'],
  ['comprehensive', '综合题', 'comprehensive'],
  ['case_analysis', '案例分析题', 'case analysis'],
  ['in_basket', '文件筐', 'in-basket'],
  ['thesis', '论文', 'thesis'],
];
export const FORM_CHOICE: Choice<Item['kind']> = [
  ['single_choice', '单选', 'single choice'],
  ['multiple_choice', '多选', 'multiple choice'],
  ['true_false', '判断', 'true or false'],
  ['text', '文字', 'text'],
  ['calculation', '计算', 'calculation'],
  ['handling', '处理文件', '处理', 'handling'],
  ['thesis', '论文', 'thesis'],
];
export const DOCUMENT_CHOICE: Choice<DeskDocument['kind']> = [
  ['mail', '邮件', 'mail'],
  ['memo', '备忘录', 'memo'],
  ['table', '表格', 'table'],
  ['calendar', '日历', 'calendar'],
];
export const YES_CHOICE: Choice<boolean> = [
  [true, '是', 'yes', 'true', 'y', '√'],
  [false, '否', 'no', 'false', 'n', '×'],
];
export const TRUE_FALSE_CHOICE: Choice<(typeof TRUE_FALSE_OPTIONS)[number]> = [
  ['true', '正确', '对', '√', '✓', 't', 'true'],
  ['false', '错误', '错', '×', '✗', 'f', 'false'],
];

export const wordOf = <Value>(choice: Choice<Value>, value: Value): string =>
  choice.find(([each]) => each === value)?.[1] ?? '';

export const valueNamed = <Value>(choice: Choice<Value>, word: string): Value | undefined =>
  choice.find(([, ...words]) => words.includes(word.normalize('NFKC').trim().toLowerCase()))?.[0];
