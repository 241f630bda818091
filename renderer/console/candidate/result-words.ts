import { defineWords } from '../../ui/words.ts';

/** Score and receipt of each session. */
export const resultWords = defineWords(
  {
    empty: '本考试还没有场次。',
    notHandedIn: '尚未交卷。交卷后显示得分和回执号。',
    notRegistered: '未报考本场。',
    score: '客观题得分',
    of: (earned: number, possible: number) => `${earned} / ${possible} 分`,
    pending: '待人工阅卷',
    result: '成绩（百分制）',
    beingMarked: '阅卷中',
    points: (points: number) => `${points} 分`,
    none: '无',
    answered: '作答',
    answeredOf: (answered: number, items: number) => `${answered} / ${items} 题`,
    receipt: '回执号',
    handedIn: '交卷时间',
    by: { candidate: '考生交卷', deadline: '到时自动交卷', proctor: '监考员收卷' },
  },
  {
    empty: 'This examination has no session yet.',
    notHandedIn: 'Not handed in yet. Score and receipt number appear here then.',
    notRegistered: 'Not registered for this session.',
    score: 'Objective score',
    of: (earned, possible) => `${earned} / ${possible} points`,
    pending: 'To be marked',
    result: 'Result out of 100',
    beingMarked: 'being marked',
    points: (points) => `${points} points`,
    none: 'none',
    answered: 'Answered',
    answeredOf: (answered, items) => `${answered} / ${items} items`,
    receipt: 'Receipt',
    handedIn: 'Handed in',
    by: { candidate: 'by the candidate', deadline: 'at the deadline', proctor: 'by a proctor' },
  },
);
