import type { ResultState } from '../../shared/contract/results.ts';

export const WORKBOOK_LANGUAGES = ['zh-CN', 'en'] as const;
export type WorkbookLanguage = (typeof WORKBOOK_LANGUAGES)[number];

interface WorkbookWords {
  number: string;
  admissionNo: string;
  name: string;
  component(title: string, points: number, weight: number): string;
  score(session: string): string;
  pending(session: string): string;
  state(session: string): string;
  annotations(session: string): string;
  states: Record<ResultState, string>;
}

/** The headings of the results as a workbook. */
export const WORKBOOK_WORDS: Record<WorkbookLanguage, WorkbookWords> = {
  'zh-CN': {
    number: '序号',
    admissionNo: '准考证号',
    name: '姓名',
    component: (title, points, weight) => `${title}得分（满分 ${points}，权重 ${weight}%）`,
    score: (session) => `${session} 成绩（百分制）`,
    pending: (session) => `${session} 待阅分值`,
    state: (session) => `${session} 状态`,
    annotations: (session) => `${session} 标注`,
    states: { not_registered: '未报考', ahead: '未结束', absent: '缺考', pending: '阅卷中', settled: '已完成' },
  },
  en: {
    number: 'No.',
    admissionNo: 'Admission no.',
    name: 'Name',
    component: (title, points, weight) => `${title}, of ${points} points (weight ${weight}%)`,
    score: (session) => `${session}: result out of 100`,
    pending: (session) => `${session}: points to be marked`,
    state: (session) => `${session}: state`,
    annotations: (session) => `${session}: annotations`,
    states: {
      not_registered: 'not registered',
      ahead: 'not over',
      absent: 'absent',
      pending: 'being marked',
      settled: 'complete',
    },
  },
};
