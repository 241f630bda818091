import { defineWords } from '../../ui/words.ts';

export const timetableWords = defineWords(
  {
    title: '考试安排',
    zone: '时间均为北京时间',
    examination: '职业（工种）等级',
    session: '场次',
    time: '时间',
    entry: '入场',
    stay: '可交卷',
    assessed: '鉴定内容（分值，权重）',
    until: (day: string) => `${day}前提交`,
    component: (title: string, points: number, weight: number) => `${title}（${points} 分，${weight}%）`,
    and: '、',
    between: { locked: '场次之间保持锁定', released: '场次之间解除锁定' },
  },
  {
    title: 'Timetable',
    zone: 'All times are Beijing time',
    examination: 'Occupation and level',
    session: 'Session',
    time: 'Time',
    entry: 'Entry',
    stay: 'Hand-in from',
    assessed: 'Assessed (points, weight)',
    until: (day) => `to be handed in by ${day}`,
    component: (title, points, weight) => `${title} (${points} points, ${weight}%)`,
    and: ', ',
    between: { locked: 'Stays locked between sessions', released: 'Let go between sessions' },
  },
);
