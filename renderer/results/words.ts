import type { PublishedState } from '../../shared/contract/publication.ts';
import { defineWords, type Language } from '../ui/words.ts';
import type { Refused } from './ask.ts';

type Unscored = Record<Exclude<PublishedState, 'settled'>, { what: string; next: string }>;
type RefusedWords = Record<Refused, string>;

export const WORDS = defineWords(
  {
    title: '云考 · 成绩查询',
    other: 'English',
    heading: '成绩查询',
    lead: '请输入准考证号和身份证号码。两个号码只用于本次查询，不会保存在这台设备上。',
    admissionNo: '准考证号',
    identityNo: '身份证号码',
    admissionMissing: '请输入准考证号。',
    identityMalformed: '身份证号码应为18位，最后一位可以是X。请核对后重新输入。',
    ask: '查询成绩',
    asking: '正在进行安全验证，请稍候…',
    refused: {
      numbers_wrong: '准考证号与身份证号码不符。请对照准考证和身份证逐位核对后重新输入。',
      too_many_tries: '尝试次数过多。请在十分钟后再试，或拨打准考证上的值班电话。',
      unreachable: '连接不上考试中心。请检查网络后再试一次。',
      centre_error: '考试中心暂时出错，请稍候再试一次。',
    } satisfies RefusedWords as RefusedWords,
    notYet: '成绩还没有公布',
    notYetAt: (at: string) => `成绩将于 ${at} 公布，届时请再查询一次。`,
    notYetOpen: '公布时间请留意考试中心的通知。',
    of: (occupation: string, level: string) => `${occupation} ${level}`,
    publishedAt: (at: string) => `公布时间 ${at}`,
    correctedAt: (at: string) => `更正公布，${at}。以本次公布为准。`,
    score: (score: number) => `${score} 分`,
    outOf: '百分制，按各项权重折算',
    part: (title: string, weight: number) => `${title}（权重 ${weight}%）`,
    partPoints: (earned: number, points: number) => `${earned} / ${points}`,
    unscored: {
      absent: { what: '缺考', next: '没有收到本场考试的交卷记录。如有疑问请拨打下面的电话。' },
      unmarked: { what: '阅卷中', next: '本场考试还没有阅完，完成后另行公布。' },
      under_review: { what: '审核中', next: '本场考试有事项正在审核，审核结束后另行公布。' },
    } satisfies Unscored as Unscored,
    annotation: '成绩标注',
    annotatedAt: (at: string) => `标注于 ${at}`,
    annotationWhy: '标注是审核判定的结果，写在成绩旁边；分数本身不因标注改动。如有异议，可以申诉。',
    phones: (duty: string, complaint: string) => `值班电话 ${duty} · 监督举报电话 ${complaint}`,
    again: '返回（清除本次查询）',
  },
  {
    title: 'Yunkao · results',
    other: '中文',
    heading: 'Your results',
    lead: 'Enter your admission number and your identity number. They are used for this question only and are not kept on this device.',
    admissionNo: 'Admission number',
    identityNo: 'Identity number',
    admissionMissing: 'Enter your admission number.',
    identityMalformed: 'An identity number has 18 characters and may end in X. Check it and type it again.',
    ask: 'Show my results',
    asking: 'Security check, one moment…',
    refused: {
      numbers_wrong:
        'These two numbers do not belong together. Check both against your admission card and identity card, and type them again.',
      too_many_tries: 'Too many tries. Try again in ten minutes, or call the duty desk named on your admission card.',
      unreachable: 'The exam centre cannot be reached. Check your network and try again.',
      centre_error: 'The exam centre has an error. Try again shortly.',
    },
    notYet: 'Not published yet',
    notYetAt: (at) => `The results are published on ${at}. Please ask again then.`,
    notYetOpen: 'The exam centre will announce the date.',
    of: (occupation, level) => `${occupation} ${level}`,
    publishedAt: (at) => `Published ${at}`,
    correctedAt: (at) => `Corrected, published ${at}. This takes the place of what was published before.`,
    score: (score) => `${score} points`,
    outOf: 'out of 100, by the weights of its parts',
    part: (title, weight) => `${title} (weight ${weight}%)`,
    partPoints: (earned, points) => `${earned} / ${points}`,
    unscored: {
      absent: {
        what: 'Absent',
        next: 'Nothing was handed in for this session. If that is not so, call the numbers below.',
      },
      unmarked: { what: 'Being marked', next: 'This session is not marked yet; its result will be published later.' },
      under_review: {
        what: 'Under review',
        next: 'Something about this session is being reviewed; its result will be published after that.',
      },
    },
    annotation: 'Annotation',
    annotatedAt: (at) => `Annotated ${at}`,
    annotationWhy:
      'An annotation is what a review came to, in its own words. It is written beside the score; the score itself is not altered by it. You may appeal against it.',
    phones: (duty, complaint) => `Duty desk ${duty} · complaints ${complaint}`,
    again: 'Back (forget this question)',
  },
);

export type ResultWords = (typeof WORDS)[Language];
