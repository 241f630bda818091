import { defineWords } from '../../ui/words.ts';

/** The dialog in which a proctor decides an identity. */
export const identityDecisionWords = defineWords(
  {
    confirmTitle: (name: string) => `确认 ${name} 是考生本人？`,
    confirmText: '确认后，考生可以继续进入考试。决定和理由会被记录。',
    enrolText: '确认后，这张照片将成为登记照片，考生可以继续进入考试。决定和理由会被记录。',
    refuseTitle: (name: string) => `拒绝 ${name} 的身份？`,
    refuseText: '拒绝后，考生不能进入考试，但可以再次申请确认。决定和理由会被记录。',
    confirmReason: '人工比对照片与实时画面，确认为本人',
    refuseReasons: {
      other: '照片与登记照不是同一人',
      unclear: '面部看不清，请摘下遮挡并改善光线后重试',
      card: '未出示有效身份证件',
    },
  },
  {
    confirmTitle: (name) => `Confirm that this is ${name}?`,
    confirmText: 'The candidate can then go on to the exam. Decision and reason are recorded.',
    enrolText:
      'This picture becomes the registered photo and the candidate can go on. Decision and reason are recorded.',
    refuseTitle: (name) => `Refuse the identity of ${name}?`,
    refuseText: 'The candidate cannot enter the exam but may ask again. Decision and reason are recorded.',
    confirmReason: 'Photo and live picture compared: the same person',
    refuseReasons: {
      other: 'Not the person in the registered photo',
      unclear: 'Face not clear: remove what covers it, improve the light and try again',
      card: 'No valid identity card was shown',
    },
  },
);
