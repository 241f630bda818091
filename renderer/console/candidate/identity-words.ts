import { defineWords } from '../../ui/words.ts';

/** Identity checks and what a proctor makes of them. */
export const identityWords = defineWords(
  {
    now: '当前状态',
    empty: '还没有核验记录。考生拍照后，照片、登记照和相似度会显示在这里。',
    emptyPending: '考生请求人工确认，但没有拍到照片。请通过实时画面核对本人与登记信息，再作决定。',
    live: '本次照片',
    registered: '登记照片',
    noRegistered: '没有登记照片',
    verification: '人脸核验',
    enrolment: '首次拍照',
    similarity: (value: string) => `相似度 ${value}`,
    threshold: (value: string) => `达到 ${value} 视为同一人`,
    liveness: { passed: '活体动作：通过', failed: '活体动作：未通过' },
    verdict: { verified: '自动通过', retry: '未通过', manual: '转人工确认', enrolment: '等待确认' },
    decision: { confirmed: '已人工确认', refused: '已人工拒绝' },
    by: (name: string) => `决定人：${name}`,
    confirm: '确认是本人',
    refuse: '拒绝',
    pictureFailed: '照片读取失败',
  },
  {
    now: 'Now',
    empty: 'No verification yet. The picture taken, the registered photo and their similarity appear here.',
    emptyPending:
      'The candidate asks for your decision but no picture could be taken. Compare the live picture with the registration, then decide.',
    live: 'Taken now',
    registered: 'Registered',
    noRegistered: 'No registered photo',
    verification: 'Face verification',
    enrolment: 'First photo',
    similarity: (value) => `Similarity ${value}`,
    threshold: (value) => `${value} or more counts as the same person`,
    liveness: { passed: 'Asked actions: passed', failed: 'Asked actions: failed' },
    verdict: { verified: 'Passed', retry: 'Failed', manual: 'Left to a proctor', enrolment: 'To be confirmed' },
    decision: { confirmed: 'Confirmed by a proctor', refused: 'Refused by a proctor' },
    by: (name) => `Decided by ${name}`,
    confirm: 'Confirm identity',
    refuse: 'Refuse',
    pictureFailed: 'Picture could not be loaded',
  },
);
