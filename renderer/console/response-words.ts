import { defineWords } from '../ui/words.ts';

/** Around a response that is read afterwards. */
export const responseWords = defineWords(
  {
    text: '考生作答',
    characters: (count: number) => `${count} 字`,
    steps: '计算过程',
    result: '计算结果',
    decision: '处理决定',
    action: '处理措施',
    reason: '理由',
    empty: '（未填写）',
    right: '正确',
    wrong: '错误',
    file: (format: string, megabytes: string, pages: number | null) =>
      `${format.toUpperCase()} 文件，${megabytes} MB${pages === null ? '' : `，${pages} 页`}`,
    save: '下载论文',
  },
  {
    text: 'The answer',
    characters: (count) => `${count} characters`,
    steps: 'Working',
    result: 'Result',
    decision: 'Decision',
    action: 'Action',
    reason: 'Reason',
    empty: '(left empty)',
    right: 'True',
    wrong: 'False',
    file: (format, megabytes, pages) =>
      `${format.toUpperCase()} file, ${megabytes} MB${pages === null ? '' : `, ${pages} pages`}`,
    save: 'Download the thesis',
  },
);
