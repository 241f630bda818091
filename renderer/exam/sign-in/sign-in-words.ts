import { defineWords } from '../../ui/words.ts';

export const signInWords = defineWords(
  {
    title: '考生登录',
    lead: '请对照准考证和身份证输入。',
    admission: '准考证号',
    identity: '身份证号码',
    identityHint: '18 位，最后一位可能是 X。',
    submit: '登录',
    takeOver: '在本机继续',
    empty: '请先填写这一项。',
    asking: '正在连接考试中心…',
    reachable: '已连接考试中心',
    retry: '重新连接',
    sessions: '考试安排',
    times: (start: string, end: string) => `${start} – ${end}`,
  },
  {
    title: 'Candidate sign-in',
    lead: 'Type both numbers as they stand on your admission card and identity card.',
    admission: 'Admission number',
    identity: 'Identity number',
    identityHint: '18 characters; the last one may be X.',
    submit: 'Sign in',
    takeOver: 'Continue on this computer',
    empty: 'Fill this in first.',
    asking: 'Connecting to the exam centre…',
    reachable: 'Connected to the exam centre',
    retry: 'Connect again',
    sessions: 'Timetable',
    times: (start, end) => `${start} – ${end}`,
  },
);
