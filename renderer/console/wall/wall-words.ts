import { defineWords } from '../../ui/words.ts';

export const wallWords = defineWords(
  {
    heading: '考生',
    empty: '本考场还没有考生。名单导入后，每位考生在这里有一个固定的位置。',
    open: (name: string, admissionNo: string) => `查看 ${name}，准考证号 ${admissionNo}`,
    notYet: '未登录，登录后在此显示画面',
    attention: '需要关注',
    attentionCount: (count: number) => (count === 0 ? '没有人需要关注' : `${count} 人需要关注`),
    attentionEmpty:
      '现在没有人需要关注。等待身份确认、离线、手机中断、画面静止和新违规的考生会出现在这里，最要紧的在最上面。',
    newViolations: (count: number) => `新违规 ${count} 次`,
    latest: (kind: string) => `最近：${kind}`,
    camera: { front: '电脑', rear: '手机' },
    seen: '已看过',
    look: '查看',
  },
  {
    heading: 'Candidates',
    empty: 'This room has no candidates yet. Once a roster is imported, each candidate has a fixed place here.',
    open: (name, admissionNo) => `Open ${name}, admission number ${admissionNo}`,
    notYet: 'Not signed in; the pictures appear here',
    attention: 'Needs a look',
    attentionCount: (count) =>
      count === 0 ? 'Nobody needs a look' : count === 1 ? '1 needs a look' : `${count} need a look`,
    attentionEmpty:
      'Nobody needs a look now. Candidates whose identity waits, who are offline, lost the phone, have a frozen picture or a new violation appear here, the most pressing on top.',
    newViolations: (count) => (count === 1 ? '1 new violation' : `${count} new violations`),
    latest: (kind) => `Latest: ${kind}`,
    camera: { front: 'computer', rear: 'phone' },
    seen: 'Seen',
    look: 'Open',
  },
);
